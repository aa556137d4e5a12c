package oroshi.access;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fails the start when a route of the API does not say whom it allows: forgetting must not open anything. */
final class ClosedRoutes implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping routes;

    ClosedRoutes(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var open = routes.getHandlerMethods().entrySet().stream()
                .filter(ClosedRoutes::lacksRights)
                .map(route -> route.getKey() + " in " + route.getValue())
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("These routes of the API lack @Allows or @ForOperators: " + open);
        }
    }

    private static boolean lacksRights(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        return isApi(route.getKey())
                && route.getValue().getMethodAnnotation(Allows.class) == null
                && route.getValue().getMethodAnnotation(ForOperators.class) == null
                && !isGeneralRule(route.getValue());
    }

    private static boolean isApi(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .anyMatch(path -> List.of("/v1/", "/oroshi/").stream().anyMatch(path::startsWith));
    }

    /** The answer 501 for what is not there yet is the same for everybody. */
    private static boolean isGeneralRule(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().equals("oroshi.rest");
    }
}
