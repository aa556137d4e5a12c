package oroshi.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;

/** Lets modules ask other systems about a call before {@link RepetitionFilter} begins the call's transaction. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
final class PreparationFilter extends OncePerRequestFilter {
    private final List<Preparation> preparations;
    private final ErrorWriter errors;

    PreparationFilter(ObjectProvider<Preparation> preparations, ErrorWriter errors) {
        this.preparations = preparations.stream().toList();
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PartnerScope.current().isEmpty()
                || !WirePaths.isWire(request.getRequestURI())
                || preparations.stream().noneMatch(preparation -> preparation.isFor(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var readable = readable(request, response);
        if (readable == null) {
            return;
        }
        for (var preparation : preparations) {
            if (preparation.isFor(readable)) {
                preparation.prepare(readable);
            }
        }
        chain.doFilter(readable, response);
    }

    /** The request with a body to be read twice; null when that body was refused. */
    private @Nullable HttpServletRequest readable(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return new RepeatableRequest(request);
        } catch (Refusal tooLarge) {
            errors.write(response, tooLarge);
            return null;
        }
    }
}
