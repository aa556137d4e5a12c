package oroshi.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;
import oroshi.rest.Repetitions.Outcome;

/**
 * Makes a changing call that carries MS-RequestId happen once. The call runs in one transaction with the memory of its
 * outcome: a repetition hears the same answer, one that comes while the first still runs waits for it, and a crash in
 * between leaves neither effect nor memory. Refusals are remembered too, because clients repeat those as well.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class RepetitionFilter extends OncePerRequestFilter {
    private static final Set<String> KEPT_HEADERS = Set.of("Content-Type", "ETag", "Location");

    private final Repetitions repetitions;
    private final TransactionTemplate transactions;
    private final ErrorWriter errors;

    RepetitionFilter(Repetitions repetitions, TransactionTemplate transactions, ErrorWriter errors) {
        this.repetitions = repetitions;
        this.transactions = transactions;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Attempt.isMadeBy(request)
                || request.getHeader(WireFilter.REQUEST_ID) == null
                || PartnerScope.current().isEmpty()
                || !WirePaths.isWire(request.getRequestURI())
                || WirePaths.isPreview(request.getRequestURI())
                || isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var repeatable = RepeatableRequest.read(request, response, errors);
        if (repeatable.isPresent()) {
            remembered(PartnerScope.current().orElseThrow(), repeatable.get(), response, chain);
        }
    }

    private void remembered(
            PartnerId partnerId, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            transactions.executeWithoutResult(transaction -> once(transaction, partnerId, request, buffered, chain));
        } catch (CannotAcquireLockException stillRunning) {
            buffered.resetBuffer();
            errors.write(buffered, Refusal.because(RestRefusal.STILL_RUNNING));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (ChainFailed failed) {
            throw failed.cause;
        }
        buffered.copyBodyToResponse();
    }

    private void once(
            TransactionStatus transaction,
            PartnerId partnerId,
            RepeatableRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        var key = request.key();
        if (!repetitions.claim(partnerId, key)) {
            replay(partnerId, key, response);
            return;
        }
        run(chain, request, response);
        if (response.getStatus() >= 500 || response.getStatus() == 429 || response.getStatus() == 408) {
            // Not remembered: the repetition is to be carried out.
            transaction.setRollbackOnly();
            return;
        }
        if (response.getStatus() >= 400) {
            repetitions.undo();
        }
        repetitions.store(partnerId, key, outcome(response));
    }

    private static void run(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException failed) {
            throw new ChainFailed(failed);
        }
    }

    private void replay(PartnerId partnerId, String key, HttpServletResponse response) {
        var outcome = repetitions
                .find(partnerId, key)
                .orElseThrow(() -> new CannotAcquireLockException("The first call has no outcome yet"));
        response.setStatus(outcome.status());
        outcome.headers().forEach(response::setHeader);
        try {
            response.getOutputStream().write(outcome.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Outcome outcome(ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.getContentType() != null) {
            headers.put("Content-Type", response.getContentType());
        }
        return new Outcome(
                response.getStatus(), headers, new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static final class ChainFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException cause;

        private ChainFailed(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
