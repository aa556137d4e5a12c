package oroshi.rest;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every operation of the published contract, built or not: the difference between 404 and 501. */
public final class ContractOperations {
    private static final String RESOURCE = "/rest/operations.csv";
    private static final PathPatternParser PARSER = parser();
    private static final List<ContractOperation> ALL = read();
    private static final List<Route> ROUTES = ALL.stream()
            .filter(operation -> operation.path().startsWith("/"))
            .map(operation -> new Route(operation, PARSER.parse(operation.path())))
            .sorted((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()))
            .toList();

    private ContractOperations() {}

    public static List<ContractOperation> all() {
        return ALL;
    }

    /** The operation that the request addresses, if the contract has one there. */
    static Optional<ContractOperation> find(String method, String path) {
        var container = PathContainer.parsePath(path);
        return ROUTES.stream()
                .filter(route -> route.operation().method().equals(method))
                .filter(route -> route.pattern().matches(container))
                .map(Route::operation)
                .findFirst();
    }

    private static List<ContractOperation> read() {
        var stream = Objects.requireNonNull(ContractOperations.class.getResourceAsStream(RESOURCE));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(row -> new ContractOperation(
                            row.getField("family"),
                            row.getField("operationId"),
                            row.getField("method"),
                            row.getField("path")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PathPatternParser parser() {
        var parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        return parser;
    }

    private record Route(ContractOperation operation, PathPattern pattern) {}
}
