package oroshi.portal.relationships;

import java.util.Optional;
import java.util.regex.Pattern;
import oroshi.partners.Partner;
import oroshi.portal.Texts;

/** The text that a partner sends to a customer, and the link inside it. */
final class RequestText {
    private static final String WHAT_FOLLOWS = "(?![A-Za-z0-9_-])";

    private RequestText() {}

    static String draft(Texts words, Partner sender, Optional<Partner> provider, String link) {
        return provider.map(other -> words.text(
                        "relationshipRequest.mailTextTogether",
                        "partner",
                        sender.legalName(),
                        "mpnId",
                        sender.mpnId(),
                        "provider",
                        other.legalName(),
                        "link",
                        link))
                .orElseGet(() -> words.text(
                        "relationshipRequest.mailText",
                        "partner",
                        sender.legalName(),
                        "mpnId",
                        sender.mpnId(),
                        "link",
                        link));
    }

    /** The text with one link in place of the other; whatever else was edited stays. */
    static String withLink(String text, String present, String wanted) {
        return Pattern.compile(Pattern.quote(present) + WHAT_FOLLOWS)
                .matcher(text)
                .replaceAll(found -> wanted);
    }

    /** Whether the link is in the text whole and unaltered. */
    static boolean contains(String text, String link) {
        return Pattern.compile(Pattern.quote(link) + WHAT_FOLLOWS).matcher(text).find();
    }
}
