package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import oroshi.basics.Refusal;

/** Turns away a change whose answer the caller would not take, or whose body has no certain type, before it is made. */
final class SpokenTypes implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Attempt.isMadeBy(request) || !WirePaths.isWire(request.getRequestURI())) {
            return true;
        }
        if (!takesJson(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) {
            throw Refusal.because(RestRefusal.NOT_ACCEPTABLE);
        }
        if (!isCertain(request.getContentType())) {
            throw Refusal.because(
                    RestRefusal.MEDIA_TYPE_UNSUPPORTED, Objects.requireNonNullElse(request.getContentType(), ""));
        }
        return true;
    }

    private static boolean takesJson(List<String> accepted) {
        try {
            var types = MediaType.parseMediaTypes(accepted);
            return types.isEmpty()
                    || types.stream()
                            .anyMatch(type ->
                                    type.getQualityValue() > 0 && type.isCompatibleWith(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException nothingKnown) {
            return false;
        }
    }

    private static boolean isCertain(@Nullable String type) {
        try {
            return type == null || MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException nothingKnown) {
            return false;
        }
    }
}
