package oroshi.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;

/** First of all filters: gives every request its ids, echoes them, and cleans the path of wire requests. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class WireFilter extends OncePerRequestFilter {
    static final String REQUEST_ID = "MS-RequestId";
    static final String CORRELATION_ID = "MS-CorrelationId";
    private static final String CONTRACT_VERSION = "MS-Contract-Version";
    private static final String SERVED = "v1";
    private static final String SERVER_ID =
            Long.toHexString(ProcessHandle.current().pid());

    private final ErrorWriter errors;

    WireFilter(ErrorWriter errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ids = new RequestIds(id(request.getHeader(REQUEST_ID)), id(request.getHeader(CORRELATION_ID)));
        echo(ids, response);
        var wire = WirePaths.isWire(WirePaths.clean(request.getRequestURI()));
        if (wire) {
            mark(ids, response);
            response.setCharacterEncoding("utf-8");
            response.setBufferSize(WireServer.ANSWER);
        }
        var refusal = wire ? refusal(request) : Optional.<Refusal>empty();
        if (refusal.isPresent()) {
            errors.write(response, refusal.get());
            return;
        }
        MDC.put("correlationId", ids.correlationId().toString());
        try {
            Scoped.call(ids, () -> chain.doFilter(wire ? new WireRequest(request) : request, response));
        } finally {
            MDC.remove("correlationId");
        }
    }

    private static Optional<Refusal> refusal(HttpServletRequest request) {
        var version = request.getHeader(CONTRACT_VERSION);
        if (version != null && !version.isBlank() && !version.strip().equalsIgnoreCase(SERVED)) {
            return Optional.of(Refusal.because(RestRefusal.VERSION_UNSUPPORTED, version));
        }
        // No text in the database has the sign NUL, so nothing that asks for one means anything.
        var query = request.getQueryString();
        return query != null && query.contains("%00")
                ? Optional.of(Refusal.of("query", RestRefusal.INVALID_PARAMETER, "it has signs that are not accepted"))
                : Optional.empty();
    }

    static void echo(RequestIds ids, HttpServletResponse response) {
        response.setHeader(REQUEST_ID, ids.requestId().toString());
        response.setHeader(CORRELATION_ID, ids.correlationId().toString());
    }

    /** What support asks for beside the ids. */
    static void mark(RequestIds ids, HttpServletResponse response) {
        response.setHeader("MS-CV", vector(ids.correlationId()));
        response.setHeader("MS-ServerId", SERVER_ID);
    }

    private static UUID id(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .flatMap(Ids::parse)
                .orElseGet(Ids::next);
    }

    private static String vector(UUID correlationId) {
        var text = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(
                        correlationId.toString().substring(0, 12).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return text + ".0";
    }

    /** A filter chain throws checked exceptions, which a scoped value's own call can carry through. */
    private static final class Scoped {
        interface Work {
            void run() throws ServletException, IOException;
        }

        static void call(RequestIds ids, Work work) throws ServletException, IOException {
            try {
                ScopedValue.where(RequestIds.CURRENT, ids).call(() -> {
                    work.run();
                    return ids;
                });
            } catch (ServletException | IOException | RuntimeException passedOn) {
                throw passedOn;
            } catch (Exception impossible) {
                throw new ServletException(impossible);
            }
        }
    }
}
