package oroshi.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
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
        var readable = RepeatableRequest.read(request, response, errors);
        if (readable.isEmpty()) {
            return;
        }
        for (var preparation : preparations) {
            if (preparation.isFor(readable.get())) {
                preparation.prepare(readable.get());
            }
        }
        chain.doFilter(readable.get(), response);
    }
}
