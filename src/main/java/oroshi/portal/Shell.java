package oroshi.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
 * @param unread how many notifications wait for the visitor; asked only where a page shows the bell
 * @param clock what the visitor's partner's own clock shows; empty where it is the real time
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
        IntSupplier unread,
        Supplier<Optional<Instant>> clock,
        String correlationId) {

    /** The page's address without its query. */
    public String pathOnly() {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** Where the visitor's portal begins. */
    public String home() {
        return visitor == null ? "/" : visitor.home();
    }

    /** The hidden field against forged requests. */
    public record Token(String parameter, String header, String value) {}
}
