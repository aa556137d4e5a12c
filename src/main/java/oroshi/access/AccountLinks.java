package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccountLinkTable.Holder;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * The accounts that one person has with several partners or in several clouds. They are tied by signing in to the one
 * right after the other, and let the person go from one to the other by signing in there: a link opens nothing.
 */
@Service
public class AccountLinks {
    private static final String INTENT = "oroshi.linkFrom";

    private final AccountLinkTable table;
    private final KnownAccounts accounts;
    private final ObjectProvider<PartnerAccounts> partners;
    private final SignIn signIn;
    private final ApplicationEventPublisher events;

    AccountLinks(
            AccountLinkTable table,
            KnownAccounts accounts,
            ObjectProvider<PartnerAccounts> partners,
            SignIn signIn,
            ApplicationEventPublisher events) {
        this.table = table;
        this.accounts = accounts;
        this.partners = partners;
        this.signIn = signIn;
        this.events = events;
    }

    /** The person's other accounts that still exist. */
    @Transactional(readOnly = true)
    public List<LinkedAccount> list(Caller caller) {
        return table.list(holder(caller)).stream()
                .flatMap(other -> account(other).stream())
                .toList();
    }

    /** Signs the person out and remembers who it was, for the next one who signs in within a quarter of an hour. */
    public void begin(HttpServletRequest request, Caller caller) {
        signIn.signOut(request, Portal.PARTNERS);
        var holder = holder(caller);
        var intent = new LinkIntent(holder.tenantId().value(), holder.userId().value(), Instant.now());
        request.getSession(true).setAttribute(INTENT, intent);
    }

    /** The account that was signed in here before and waits to be tied to this one. */
    @Transactional(readOnly = true)
    public Optional<LinkedAccount> waiting(HttpServletRequest request, Caller caller) {
        return intent(request)
                .map(from -> new Holder(from.tenantId(), from.userId()))
                .filter(from -> !from.equals(holder(caller)))
                .flatMap(this::account);
    }

    /** Ties the waiting account to this one; nothing happens when none waits. */
    @Transactional
    public Optional<LinkedAccount> link(HttpServletRequest request, Caller caller) {
        var other = waiting(request, caller);
        forget(request);
        other.ifPresent(account -> {
            table.insert(holder(caller), new Holder(account.tenantId(), account.userId()), Instant.now());
            events.publishEvent(new AccountLinked(holder(caller).userId(), true));
        });
        return other;
    }

    /** Forgets the account that waits. */
    public void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(INTENT);
        }
    }

    /** Unties the two; refuses an account that is none of the person's. */
    @Transactional
    public void unlink(Caller caller, TenantId tenantId, UserId userId) {
        if (!table.delete(holder(caller), new Holder(tenantId, userId))) {
            throw Refusal.because(AccessRefusal.ACCOUNT_UNKNOWN);
        }
        events.publishEvent(new AccountLinked(holder(caller).userId(), false));
    }

    /** Signs the person out of this account to sign in to the other one; answers that one's sign-in name. */
    @Transactional(readOnly = true)
    public String leaveFor(HttpServletRequest request, Caller caller, TenantId tenantId, UserId userId) {
        var other = list(caller).stream()
                .filter(account ->
                        account.tenantId().equals(tenantId) && account.userId().equals(userId))
                .findFirst()
                .orElseThrow(() -> Refusal.because(AccessRefusal.ACCOUNT_UNKNOWN));
        signIn.signOut(request, Portal.PARTNERS);
        return other.signInName();
    }

    private static Optional<LinkIntent> intent(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(INTENT) instanceof LinkIntent intent
                ? Optional.of(intent).filter(LinkIntent::isFresh)
                : Optional.empty();
    }

    private Optional<LinkedAccount> account(Holder holder) {
        return partners.getObject().find(PartnerId.of(holder.tenantId())).flatMap(partner -> accounts.find(
                        holder.tenantId(), holder.userId())
                .map(account -> new LinkedAccount(
                        holder.tenantId(), holder.userId(), account.signInName(), partner.name(), partner.cloud())));
    }

    private static Holder holder(Caller caller) {
        return new Holder(caller.partnerId().tenantId(), caller.userId().orElseThrow());
    }
}
