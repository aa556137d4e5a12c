package oroshi.access.throttling;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.access.Caller;
import oroshi.rest.Attempt;
import oroshi.rest.ErrorWriter;

/** Turns away who calls too often, before the call costs a transaction and before its request id is remembered. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 30)
@EnableConfigurationProperties(ThrottlingSettings.class)
final class ThrottlingFilter extends OncePerRequestFilter {
    private final boolean enabled;
    private final Counters counters;
    private final ErrorWriter errors;

    @Autowired
    ThrottlingFilter(ThrottlingSettings settings, ErrorWriter errors) {
        this(settings, TimeMeter.SYSTEM_NANOTIME, errors);
    }

    ThrottlingFilter(ThrottlingSettings settings, TimeMeter time, ErrorWriter errors) {
        this.enabled = settings.enabled();
        this.counters = new Counters(settings, time);
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !enabled;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = Caller.current().flatMap(caller -> count(request, caller)).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        errors.writeTooMany(response, Limit.retryAfter(wait));
    }

    private Optional<Duration> count(HttpServletRequest request, Caller caller) {
        return Throttled.at(request.getRequestURI()).flatMap(resource -> counted(resource, caller)
                .map(who -> counters.count(resource, who, Attempt.isMadeBy(request))));
    }

    private static Optional<UUID> counted(Throttled resource, Caller caller) {
        return switch (resource.countedBy()) {
            case PARTNER -> Optional.of(caller.partnerId().value());
            case APPLICATION -> caller.applicationId();
        };
    }
}
