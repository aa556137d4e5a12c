package oroshi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes nobody for signed in whose account is gone, or whose session a reset of the password has ended. */
final class EndedSessions extends OncePerRequestFilter {
    private final KnownAccounts accounts;

    EndedSessions(KnownAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (SignedIn.of(authentication)
                .filter(person -> isOver(person, authentication))
                .isPresent()) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(SignedIn person, @Nullable Authentication authentication) {
        return accounts.find(person.tenantId(), person.userId())
                .filter(account -> account.counts(SignedIn.since(authentication)))
                .isEmpty();
    }
}
