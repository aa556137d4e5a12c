package oroshi.migrations;

import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;

/** Whose move a client speaks about, and of what. Any member may be missing. */
record ProductUpgradeRequest(
        @Nullable String customerId, @EnumWord @Nullable String productFamily) {
    private static final String AZURE = "azure";

    /** The customer, once it is certain that its Azure is meant. */
    CustomerId toCustomer() {
        family();
        var id = required("customerId", customerId);
        return Ids.parse(id)
                .map(CustomerId::new)
                .orElseThrow(() -> Refusal.because(ProductUpgradeRefusal.CUSTOMER_INVALID, id));
    }

    /** The family as the client spells it. */
    String family() {
        var family = required("productFamily", productFamily);
        if (!family.equalsIgnoreCase(AZURE)) {
            throw Refusal.because(RestRefusal.UNKNOWN_ENUM, family, AZURE);
        }
        return family;
    }

    private static String required(String member, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.because(ProductUpgradeRefusal.INPUT_INVALID, member + " is missing");
        }
        return text.strip();
    }
}
