package oroshi.activity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.Localized;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.rest.Attempt;
import oroshi.rest.RequestIds;

/**
 * Writes down that somebody tried a change and failed: in a transaction of its own, after everything that the attempt did
 * was rolled back. What succeeds passes untouched. A repetition that only hears the first answer again is no attempt, nor
 * is a call of somebody whom nobody knows.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
final class FailedAttempts extends OncePerRequestFilter {
    private static final String FAULT = "error";
    private static final String LEFT_OUT = "…";

    private final ActivityTable table;
    private final OwnCustomers customers;
    private final Clocks clocks;
    private final TransactionTemplate transactions;

    FailedAttempts(ActivityTable table, OwnCustomers customers, Clocks clocks, TransactionTemplate transactions) {
        this.table = table;
        this.customers = customers;
        this.clocks = clocks;
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Attempt.isMadeBy(request) || Caller.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException broken) {
            attempted(request).ifPresent(operation -> record(request, operation, fault()));
            throw broken;
        }
        var failure = Attempt.refusal(request).map(FailedAttempts::reason).or(() -> fault(response));
        failure.ifPresent(details -> attempted(request).ifPresent(operation -> record(request, operation, details)));
    }

    private static Optional<String> attempted(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod
                ? AttemptedOperations.of(request.getMethod(), pattern(request))
                : Optional.empty();
    }

    /** Whatever goes wrong here must not change the answer. */
    private void record(HttpServletRequest request, String operation, Map<String, Object> details) {
        var caller = Caller.current().orElseThrow();
        try {
            transactions.executeWithoutResult(
                    transaction -> table.insert(List.of(recordOf(caller, request, operation, details))));
        } catch (RuntimeException unwritable) {
            logger.error("A failed attempt of " + operation + " could not be recorded", unwritable);
        }
    }

    private ActivityRecord recordOf(
            Caller caller, HttpServletRequest request, String operation, Map<String, Object> details) {
        return new ActivityRecord(
                caller.partnerId(),
                Ids.next(),
                clocks.of(caller.partnerId()).instant(),
                customer(caller.partnerId(), request),
                operation,
                "request",
                request.getMethod() + " " + pattern(request),
                ActivityStatus.FAILED,
                caller.userId(),
                caller.name(),
                caller.applicationId(),
                RequestIds.current().map(RequestIds::correlationId),
                Map.of(),
                Map.of(),
                details,
                Optional.empty());
    }

    private Optional<CustomerId> customer(PartnerId partnerId, HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? id(variables.get("customerId")).filter(id -> customers.has(partnerId, id))
                : Optional.empty();
    }

    private static Optional<CustomerId> id(@Nullable Object text) {
        return Optional.ofNullable(text)
                .map(Object::toString)
                .flatMap(Ids::parse)
                .map(CustomerId::new);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static Map<String, Object> reason(Attempt.Refused refused) {
        var reason = refused.reason();
        var details = new HashMap<String, Object>(
                Map.of("reason", reason.key(), "status", reason.status(), "code", reason.code()));
        if (!refused.arguments().isEmpty()) {
            details.put(
                    "arguments",
                    refused.arguments().stream().map(FailedAttempts::noted).toList());
        }
        return details;
    }

    /** What the explanation names is noted where it is our own word; what somebody may have typed is left out. */
    private static Object noted(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        if (argument instanceof Localized title) {
            return Map.of("en", title.in(Locale.ENGLISH), "ja", title.in(Locale.JAPANESE));
        }
        return argument instanceof Temporal ? argument.toString() : LEFT_OUT;
    }

    private static Optional<Map<String, Object>> fault(HttpServletResponse response) {
        return response.getStatus() >= 500 ? Optional.of(fault()) : Optional.empty();
    }

    private static Map<String, Object> fault() {
        return Map.of("reason", FAULT);
    }
}
