package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.access.Account;
import oroshi.access.Caller;
import oroshi.access.CustomerCaller;
import oroshi.access.KnownAccounts;
import oroshi.access.PartnerAccount;
import oroshi.access.PartnerAccounts;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** Who is in front of the page, looked up once for each request. */
@Component
class Visitors {
    private static final String KNOWN = Visitors.class.getName();

    private final KnownAccounts accounts;
    private final PartnerAccounts partners;

    Visitors(KnownAccounts accounts, PartnerAccounts partners) {
        this.accounts = accounts;
        this.partners = partners;
    }

    /** The visitor; null before sign-in. */
    @Nullable
    Visitor of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Visitor known) {
            return known;
        }
        var visitor = Caller.current()
                .map(this::partnerUser)
                .or(() -> CustomerCaller.current().map(this::customerUser))
                .orElse(null);
        request.setAttribute(KNOWN, visitor);
        return visitor;
    }

    private Visitor partnerUser(Caller caller) {
        var account =
                caller.userId().flatMap(userId -> account(caller.partnerId().tenantId(), userId));
        return new Visitor(
                caller,
                account.map(Visitors::name).orElse(caller.name()),
                partners.find(caller.partnerId()).map(PartnerAccount::name).orElse(""),
                account.map(Account::culture).orElse(""));
    }

    private Visitor customerUser(CustomerCaller caller) {
        var account = account(caller.tenantId(), caller.userId());
        return new Visitor(
                null,
                account.map(Visitors::name).orElse(caller.name()),
                caller.name(),
                account.map(Account::culture).orElse(""));
    }

    private Optional<Account> account(TenantId tenantId, UserId userId) {
        return accounts.find(tenantId, userId);
    }

    private static String name(Account account) {
        return Formats.name(account.givenName(), account.familyName(), account.culture());
    }
}
