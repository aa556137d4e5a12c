package oroshi.directory;

import java.text.Normalizer;
import java.util.Locale;
import oroshi.basics.Typed;

/**
 * Which people of a tenant, in which order.
 *
 * @param text part of a name or sign-in name, in any case or width; empty for everybody
 */
public record UserSearch(String text, UserSort sort, boolean descending) {
    public UserSearch {
        text = Normalizer.normalize(Typed.text(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
