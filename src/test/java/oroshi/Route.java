package oroshi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An address that the application answers at, with the variables of its path. */
record Route(String method, String pattern) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    /** Every route whose handler stands in a package that begins so; none can be forgotten. */
    static List<Route> handledIn(String packages, RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> stands(entry.getValue(), packages))
                .flatMap(entry -> of(entry.getKey()))
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static boolean stands(HandlerMethod handler, String packages) {
        var name = handler.getBeanType().getPackageName() + ".";
        return name.startsWith(packages) && !name.equals("oroshi.rest.");
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Route(method.name(), pattern)));
    }

    boolean isApi() {
        return pattern.startsWith("/v1/") || pattern.startsWith("/oroshi/");
    }

    boolean isReading() {
        return method.equals("GET");
    }

    Set<String> variables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The path with the values in the places of its variables. */
    String at(Map<String, String> values) {
        return VARIABLE.matcher(pattern).replaceAll(found -> value(found, values));
    }

    private String value(MatchResult found, Map<String, String> values) {
        var value = values.get(found.group(1));
        if (value == null) {
            throw new AssertionError(this + " needs a value for " + found.group() + " in this test");
        }
        return value;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
