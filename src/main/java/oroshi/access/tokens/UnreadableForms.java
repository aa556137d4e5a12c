package oroshi.access.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.filter.OncePerRequestFilter;

/** A form with a part that is no parameter is refused in OAuth's words: nothing behind this filter could read it. */
final class UnreadableForms extends OncePerRequestFilter {
    private final AuthorityErrors errors;

    UnreadableForms(AuthorityErrors errors) {
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AuthorityExceptions.isForPrograms(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            errors.refuse(request, response, new OAuth2Error("invalid_request"));
        }
    }
}
