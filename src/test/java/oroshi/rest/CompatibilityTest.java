package oroshi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import oroshi.OroshiTest;

/** {@code COMPATIBILITY.md} says of every operation of the contract whether it is there, and says the truth. */
@OroshiTest
class CompatibilityTest {
    private static final Path PAGE = Path.of("COMPATIBILITY.md");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void listsEveryOperationOfTheContractOnce() throws IOException {
        var expected = new TreeSet<String>();
        ContractOperations.all().forEach(operation -> expected.add(operation.operationId()));
        assertThat(statuses().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void callsSupportedWhatHasARouteAndNotYetWhatHasNone() throws IOException {
        var statuses = statuses();
        for (var operation : ContractOperations.all()) {
            if (!operation.path().startsWith("/v1")) {
                continue; // Authority endpoints are filters and webhooks go out: their own tests call them.
            }
            assertThat(statuses.get(operation.operationId()))
                    .as(operation.operationId())
                    .isIn(hasRoute(operation) ? new String[] {"supported", "partly"} : new String[] {"not yet"});
        }
    }

    private boolean hasRoute(ContractOperation operation) {
        return routes.getHandlerMethods().keySet().stream()
                .filter(route ->
                        route.getMethodsCondition().getMethods().contains(RequestMethod.valueOf(operation.method()))
                                || serves(route.getMethodsCondition().getMethods(), operation))
                .flatMap(route -> route.getPathPatternsCondition() == null
                        ? java.util.stream.Stream.<PathPattern>empty()
                        : route.getPathPatternsCondition().getPatterns().stream())
                .anyMatch(pattern -> shape(pattern.getPatternString()).equalsIgnoreCase(shape(operation.path())));
    }

    /** HEAD is served by GET where a controller does not map it itself. */
    private static boolean serves(java.util.Set<RequestMethod> methods, ContractOperation operation) {
        return operation.method().equals("HEAD") && methods.contains(RequestMethod.GET);
    }

    private static String shape(String path) {
        return PathContainer.parsePath(path).value().replaceAll("\\{[^}]*}", "{}");
    }

    private static Map<String, String> statuses() throws IOException {
        var statuses = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(PAGE)) {
            var cells = line.split("\\|", -1);
            if (cells.length >= 5 && cells[1].strip().startsWith("`")) {
                statuses.put(cells[1].strip().replace("`", ""), cells[3].strip());
            }
        }
        return statuses;
    }
}
