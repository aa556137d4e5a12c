package oroshi.portal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import oroshi.access.Caller;
import oroshi.sandbox.TestClocks;

/** The menu of the portal. An entry appears as soon as a controller answers GET at its path, for those who may see it. */
@Component
class Menu {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final TestClocks clocks;
    private volatile Set<MenuItem> built = Set.of();

    Menu(ObjectProvider<RequestMappingHandlerMapping> mappings, TestClocks clocks) {
        this.mappings = mappings;
        this.clocks = clocks;
    }

    /** The entries for the caller. */
    List<MenuItem> of(Caller caller) {
        var isSandbox = clocks.isFor(caller.partnerId());
        return of(caller, item -> built().contains(item) && (isSandbox || item != MenuItem.SANDBOX_CLOCK));
    }

    /** The entries for the caller among those whose page exists. */
    static List<MenuItem> of(Caller caller, Predicate<MenuItem> exists) {
        return Arrays.stream(MenuItem.values())
                .filter(exists)
                .filter(item -> item.isFor(caller))
                .toList();
    }

    // Not in the constructor: the controllers are mapped later than the shell is made.
    private Set<MenuItem> built() {
        if (built.isEmpty()) {
            var found = EnumSet.noneOf(MenuItem.class);
            Arrays.stream(MenuItem.values())
                    .filter(item -> hasPage(item.path()))
                    .forEach(found::add);
            built = found;
        }
        return built;
    }

    /** Whether a controller answers GET at the path. */
    boolean hasPage(String path) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(route -> answers(route, path));
    }

    private static boolean answers(RequestMappingInfo route, String path) {
        return route.getPatternValues().contains(path)
                && route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }
}
