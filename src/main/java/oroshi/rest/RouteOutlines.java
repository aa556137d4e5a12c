package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers a request among hundreds of routes. The framework tries one after the other, methods, parameters and
 * all, which cost a fifth of a read; here only those are tried whose path has as many segments and the same fixed words.
 */
final class RouteOutlines extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<Outline>> outlines = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        var segments = segments(path);
        return super.lookupHandlerMethod(
                lookupPath, segments.isEmpty() ? request : new Sought(request, segments.get()));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return request instanceof Sought sought && !mayFit(info, sought)
                ? null
                : super.getMatchingMapping(info, request);
    }

    private boolean mayFit(RequestMappingInfo info, Sought sought) {
        for (var outline : outlines.computeIfAbsent(info, RouteOutlines::outlines)) {
            if (outline.mayFit(sought.segments)) {
                return true;
            }
        }
        return false;
    }

    private static List<Outline> outlines(RequestMappingInfo info) {
        return info.getPatternValues().stream().map(Outline::of).toList();
    }

    /** The words between the slashes; empty for an address with anything unusual about its slashes. */
    private static Optional<List<String>> segments(PathContainer path) {
        var segments = new ArrayList<String>();
        var slash = false;
        for (var element : path.elements()) {
            if (element instanceof PathContainer.PathSegment segment) {
                segments.add(segment.valueToMatch());
            } else if (slash) {
                return Optional.empty();
            }
            slash = element instanceof PathContainer.Separator;
        }
        return slash ? Optional.empty() : Optional.of(segments);
    }

    /** What a path has to look like for a route to be worth trying. */
    private static final class Outline {
        private final List<Optional<String>> words;
        private final boolean openEnded;

        private Outline(List<Optional<String>> words, boolean openEnded) {
            this.words = words;
            this.openEnded = openEnded;
        }

        static Outline of(String pattern) {
            var parts =
                    List.of(pattern.substring(pattern.startsWith("/") ? 1 : 0).split("/"));
            var words = parts.stream()
                    .takeWhile(part -> !isOpenEnded(part))
                    .map(Outline::word)
                    .toList();
            return new Outline(words, words.size() < parts.size());
        }

        private static boolean isOpenEnded(String part) {
            return part.contains("**") || part.startsWith("{*");
        }

        /** Empty where any word may stand. */
        private static Optional<String> word(String part) {
            return part.chars().anyMatch(sign -> "{*?".indexOf(sign) >= 0) ? Optional.empty() : Optional.of(part);
        }

        boolean mayFit(List<String> segments) {
            if (openEnded ? segments.size() < words.size() : segments.size() != words.size()) {
                return false;
            }
            for (var place = 0; place < words.size(); place++) {
                var word = words.get(place);
                if (word.isPresent() && !word.get().equalsIgnoreCase(segments.get(place))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A request with its segments at hand. */
    private static final class Sought extends HttpServletRequestWrapper {
        private final List<String> segments;

        Sought(HttpServletRequest request, List<String> segments) {
            super(request);
            this.segments = segments;
        }
    }
}
