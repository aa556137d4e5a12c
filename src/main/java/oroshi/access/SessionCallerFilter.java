package oroshi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.basics.PartnerId;

/** Runs a request of one of the portals as the person of its session; a person who is gone is signed out. */
final class SessionCallerFilter extends OncePerRequestFilter {
    private final ObjectProvider<PartnerAccounts> partners;
    private final KnownAccounts accounts;
    private final Portal portal;

    SessionCallerFilter(ObjectProvider<PartnerAccounts> partners, KnownAccounts accounts, Portal portal) {
        this.partners = partners;
        this.accounts = accounts;
        this.portal = portal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var person = SignedIn.of(authentication);
        if (person.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var account = accounts.find(person.get().tenantId(), person.get().userId())
                .filter(known -> known.counts(SignedIn.since(authentication)));
        switch (portal) {
            case PARTNERS -> asPartner(person.get(), account, request, response, chain);
            case CUSTOMERS -> asCustomer(account, request, response, chain);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void asPartner(
            SignedIn person,
            Optional<Account> account,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var partner = partners.getObject().find(PartnerId.of(person.tenantId()));
        if (account.isEmpty() || partner.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        var caller = caller(partner.get(), account.get(), person.secondFactor());
        CallerScope.run(caller, () -> chain.doFilter(request, response));
    }

    private static void asCustomer(
            Optional<Account> account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        var person = account.get();
        var caller = new CustomerCaller(
                person.tenantId(),
                person.userId(),
                person.signInName(),
                person.roles().contains(Role.GLOBAL_ADMIN));
        CallerScope.run(caller, () -> chain.doFilter(request, response));
    }

    private static Caller caller(PartnerAccount partner, Account account, boolean secondFactor) {
        return new Caller(
                partner.id(),
                partner.type(),
                partner.cloud(),
                Optional.of(account.userId()),
                Optional.empty(),
                account.signInName(),
                account.roles(),
                secondFactor);
    }
}
