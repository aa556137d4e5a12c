package oroshi.portal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import oroshi.access.Caller;

/**
 * What surrounds the content of one page.
 *
 * @param texts the reader's language and formats
 * @param visitor who is signed in; null on pages before sign-in
 * @param menu the entries that the visitor sees
 * @param path the page's own address, query included, to come back to
 * @param token the field that proves a form came from us; null when there is nothing to protect
 * @param flash what the page before did
 * @param assets from the name of a style, script or picture to its address
 * @param cloudLines configured texts of the line that names the cloud, by cloud and language
 * @param correlationId how to find this request in the log
 */
public record Shell(
        Texts texts,
        Theme theme,
        @Nullable Visitor visitor,
        List<MenuItem> menu,
        String path,
        @Nullable Token token,
        @Nullable Flash flash,
        UnaryOperator<String> assets,
        Map<String, String> cloudLines,
        String correlationId) {

    /** The page's address without its query. */
    public String pathOnly() {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** The person behind the browser, as the header shows him. */
    public record Visitor(Caller caller, String name, String organization) {
        /** One or two letters for the picture beside the name. */
        public String initials() {
            var words = name.strip().split("[\\s@._-]+");
            var first = words[0].isEmpty() ? "?" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
            return first.codePointAt(0) > 0x2e80 || words.length == 1
                    ? first
                    : (first + words[1].substring(0, words[1].offsetByCodePoints(0, 1)))
                            .toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** The hidden field against forged requests. */
    public record Token(String parameter, String header, String value) {}
}
