package oroshi.activity;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which operation a changing request attempts, by its route. A route whose operation is {@code -} changes nothing that the
 * log speaks of: a step of a wizard, a cart, a check.
 */
final class AttemptedOperations {
    private static final String RESOURCE = "/activity/attempts.csv";
    private static final String NONE = "-";
    /** What a route is called that the list doesn't know: better a vague record than none. */
    private static final String UNNAMED = "change";

    private static final Map<String, String> BY_ROUTE = read();

    private AttemptedOperations() {}

    /** The operation that the request attempts; empty when it is no change. */
    static Optional<String> of(String method, String pattern) {
        var operation = BY_ROUTE.getOrDefault(method + " " + pattern, UNNAMED);
        return operation.equals(NONE) ? Optional.empty() : Optional.of(operation);
    }

    /** Every route that the list names, as method and pattern. */
    static Set<String> routes() {
        return BY_ROUTE.keySet();
    }

    /** Every operation that may be recorded as attempted. */
    static Collection<String> operations() {
        return BY_ROUTE.values().stream()
                .filter(operation -> !operation.equals(NONE))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> read() {
        var stream = Objects.requireNonNull(AttemptedOperations.class.getResourceAsStream(RESOURCE));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.getField("method") + " " + row.getField("pattern"),
                            row -> row.getField("operation")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
