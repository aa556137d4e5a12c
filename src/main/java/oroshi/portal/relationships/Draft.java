package oroshi.portal.relationships;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** A draft of an e-mail: the system sends nothing itself. */
public record Draft(String subject, String text) {
    /** The address that opens the draft in the reader's mail program. */
    public String address() {
        return "mailto:?subject=" + encoded(subject) + "&body=" + encoded(text);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
