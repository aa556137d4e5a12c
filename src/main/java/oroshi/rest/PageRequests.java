package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;
import oroshi.basics.Refusal;
import oroshi.rest.PageRequest.Seek;

/** Reads which page a caller asks for: size, filter and sort of a first page, or a seek with the token of its neighbour. */
@Component
class PageRequests implements HandlerMethodArgumentResolver {
    static final String TOKEN_HEADER = "MS-ContinuationToken";

    private final ContinuationTokens tokens;

    PageRequests(ContinuationTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageRequest.class);
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    private PageRequest read(HttpServletRequest request) {
        var operation = request.getParameter("seekOperation");
        return operation == null ? firstPage(request) : seek(request, operation);
    }

    private static PageRequest firstPage(HttpServletRequest request) {
        var query = query(request);
        var list = list(request);
        return new PageRequest(
                query.isEmpty() ? list : list + "?" + query,
                size(request.getParameter("size")),
                filter(request.getParameter("filter")),
                Optional.ofNullable(request.getParameter("sortField")),
                descending(request.getParameter("sortDirection")),
                Seek.FIRST,
                List.of());
    }

    private PageRequest seek(HttpServletRequest request, String operation) {
        var token = request.getHeader(TOKEN_HEADER);
        if (token == null || token.isBlank()) {
            throw refusal(TOKEN_HEADER, "a seek needs the token of the page before it in this header");
        }
        var position = tokens.open(token.strip(), list(request))
                .orElseThrow(() -> refusal(TOKEN_HEADER, "the token is not one of this list, or older than a day"));
        var filter = filter(parameters(position.path()).get("filter"));
        var direction = direction(operation, position.first());
        return new PageRequest(
                position.path(),
                position.size(),
                filter,
                Optional.ofNullable(position.sortField()),
                position.descending(),
                direction,
                key(position, direction));
    }

    private static List<String> key(ContinuationTokens.Position position, Seek seek) {
        return switch (seek) {
            case AFTER -> position.lastKey();
            case BEFORE -> position.firstKey();
            case FIRST, LAST -> List.of();
        };
    }

    /** Before the first page lies the first page. */
    private static Seek direction(String operation, boolean first) {
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "next" -> Seek.AFTER;
            case "previous" -> first ? Seek.FIRST : Seek.BEFORE;
            case "first" -> Seek.FIRST;
            case "last" -> Seek.LAST;
            default -> throw refusal("seekOperation", "use Next, Previous, First or Last");
        };
    }

    private static int size(@Nullable String text) {
        if (text == null) {
            return PageRequest.LARGEST;
        }
        try {
            var size = Integer.parseInt(text.strip());
            if (size < 0 || size > PageRequest.LARGEST) {
                throw refusal("size", "use 0 to " + PageRequest.LARGEST);
            }
            return size == 0 ? PageRequest.LARGEST : size;
        } catch (NumberFormatException noNumber) {
            throw refusal("size", "use a whole number from 0 to " + PageRequest.LARGEST);
        }
    }

    private static boolean descending(@Nullable String text) {
        return switch (text == null ? "asc" : text.toLowerCase(Locale.ROOT)) {
            case "asc", "ascending" -> false;
            case "desc", "descending" -> true;
            default -> throw refusal("sortDirection", "use Ascending or Descending");
        };
    }

    private static Optional<FieldFilter> filter(@Nullable String text) {
        return Optional.ofNullable(text).map(FieldFilter::parse);
    }

    private static String list(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.regionMatches(true, 0, "/v1/", 0, 4) ? path.substring(3) : path;
    }

    private static String query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equalsIgnoreCase("seekOperation"))
                .flatMap(parameter -> java.util.Arrays.stream(parameter.getValue())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String path) {
        var parameters = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        UriComponentsBuilder.fromUri(URI.create(path)).build().getQueryParams().forEach((name, values) -> {
            var value = values.getFirst();
            parameters.put(name, value == null ? "" : java.net.URLDecoder.decode(value, StandardCharsets.UTF_8));
        });
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static Refusal refusal(String parameter, String cure) {
        return Refusal.of(parameter, RestRefusal.INVALID_PARAMETER, cure);
    }
}
