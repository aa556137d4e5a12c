package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedCaseInsensitiveMap;
import oroshi.basics.Refusal;

/** A request as the contract reads it: clean path, query names without regard to case, empty parameters absent. */
final class WireRequest extends HttpServletRequestWrapper {
    private final String path;
    private @Nullable Map<String, String[]> parameters;

    WireRequest(HttpServletRequest request) {
        super(request);
        this.path = WirePaths.clean(request.getRequestURI());
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        var original = super.getRequestURI();
        return url.replace(url.length() - original.length(), url.length(), path);
    }

    @Override
    public String getServletPath() {
        return WirePaths.clean(super.getServletPath());
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters().get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters());
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters().keySet());
    }

    /** A name without value or the reverse is fine; what is no name at all the server refuses to read. */
    private Map<String, String[]> sent() {
        try {
            return super.getParameterMap();
        } catch (IllegalStateException unreadable) {
            throw Refusal.of("query", RestRefusal.INVALID_PARAMETER, "it has a part that is no parameter");
        }
    }

    private Map<String, String[]> parameters() {
        var known = parameters;
        if (known == null) {
            known = new LinkedCaseInsensitiveMap<>();
            for (var entry : sent().entrySet()) {
                var given = Arrays.stream(entry.getValue())
                        .filter(value -> !value.isEmpty())
                        .toArray(String[]::new);
                if (given.length > 0) {
                    known.put(entry.getKey(), given);
                }
            }
            parameters = known;
        }
        return known;
    }
}
