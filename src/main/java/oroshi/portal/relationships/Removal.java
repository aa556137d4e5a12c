package oroshi.portal.relationships;

import oroshi.partners.Partner;
import oroshi.portal.Page;

/** The question before a partnership ends: it says what stays. */
final class Removal {
    private Removal() {}

    static Page page(Partner other, String list) {
        return Page.of(
                "relationships/remove", "partner", other, "action", list + "/" + other.id() + "/remove", "list", list);
    }
}
