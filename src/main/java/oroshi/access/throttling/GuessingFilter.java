package oroshi.access.throttling;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.rest.ErrorWriter;

/**
 * Turns away a network from which too many sign-ins failed lately, by page or for a token: each account is locked after a few
 * failures, but one guess at each of many accounts locks none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class GuessingFilter extends OncePerRequestFilter {
    private final boolean enabled;
    private final FailedSignIns failures;
    private final ErrorWriter errors;

    @Autowired
    GuessingFilter(ThrottlingSettings settings, ErrorWriter errors) {
        this(settings, TimeMeter.SYSTEM_NANOTIME, errors);
    }

    GuessingFilter(ThrottlingSettings settings, TimeMeter time, ErrorWriter errors) {
        this.enabled = settings.enabled();
        this.failures = new FailedSignIns(settings.ofFailedSignIns(), time);
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !enabled || !"POST".equals(request.getMethod()) || !(isSignIn(request) || isForToken(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var network = Network.of(request.getRemoteAddr());
        var wait = network.map(failures::wait).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            turnAway(request, response, Limit.retryAfter(wait));
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() / 100 == 4) {
            network.ifPresent(failures::add);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        if (isForToken(request)) {
            errors.writeTooMany(response, seconds);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private static boolean isSignIn(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/sign-in") || path.startsWith("/customer-portal/sign-in");
    }

    private static boolean isForToken(HttpServletRequest request) {
        return path(request).endsWith("/token");
    }

    /** As it is routed: in the address itself a letter may be written as its code. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath().toLowerCase(Locale.ROOT);
    }
}
