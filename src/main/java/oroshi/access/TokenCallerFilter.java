package oroshi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.basics.Refusal;
import oroshi.rest.ErrorWriter;

/** Runs an API call as the caller that its token names, or answers 401. */
final class TokenCallerFilter extends OncePerRequestFilter {
    private final TokenCallers callers;
    private final ErrorWriter errors;

    TokenCallerFilter(TokenCallers callers, ErrorWriter errors) {
        this.callers = callers;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication authentication)) {
            chain.doFilter(request, response);
            return;
        }
        var token = authentication.getPrincipal();
        var caller = callers.of(token);
        if (caller.isEmpty() || !token.root().opens(request.getRequestURI())) {
            unauthenticated(response, errors);
            return;
        }
        CallerScope.run(caller.get(), () -> chain.doFilter(request, response));
    }

    static void unauthenticated(HttpServletResponse response, ErrorWriter errors) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        errors.write(response, Refusal.because(AccessRefusal.UNAUTHENTICATED));
    }
}
