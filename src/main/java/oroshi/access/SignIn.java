package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/**
 * Signs people in to a portal, step by step: password, second factor, new password when the present one is temporary,
 * authenticator when the partner demands one. Each step gives the session a new id.
 */
@Component
public class SignIn {
    private static final String RECOVERY_CODES = "oroshi.recoveryCodes";

    private final Accounts accounts;
    private final ObjectProvider<PartnerAccounts> partners;
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    SignIn(Accounts accounts, ObjectProvider<PartnerAccounts> partners) {
        this.accounts = accounts;
        this.partners = partners;
    }

    /** The first step. */
    public SignInOutcome password(HttpServletRequest request, Portal portal, String name, String password) {
        return switch (accounts.signIn(name, password)) {
            case Admission.Admitted admitted -> begin(request, portal, admitted.account());
            case Admission.Wrong ignored -> new SignInOutcome.Wrong();
            case Admission.Locked locked -> new SignInOutcome.Locked(locked.until());
            case Admission.Expired ignored -> new SignInOutcome.Expired();
        };
    }

    private SignInOutcome begin(HttpServletRequest request, Portal portal, Account account) {
        var isPartner = partner(account).isPresent();
        if (isPartner != (portal == Portal.PARTNERS)) {
            return new SignInOutcome.OtherPortal();
        }
        return goOn(request, portal, account, false);
    }

    /** The sign-in that waits for a step in this session. */
    public Optional<PendingSignIn> pending(HttpServletRequest request, Portal portal) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(portal.pendingKey()) instanceof PendingSignIn pending
                ? Optional.of(pending).filter(PendingSignIn::isFresh)
                : Optional.empty();
    }

    private Optional<PendingSignIn> pending(HttpServletRequest request, Portal portal, SignInStep step) {
        return pending(request, portal).filter(pending -> pending.step() == step);
    }

    /** Tries a code of the authenticator or a recovery code. */
    public SignInOutcome secondFactor(HttpServletRequest request, Portal portal, String code) {
        var pending = pending(request, portal, SignInStep.PROVE_SECOND_FACTOR);
        if (pending.isEmpty()) {
            return new SignInOutcome.Begin();
        }
        return switch (accounts.verifySecondFactor(
                pending.get().tenantId(), pending.get().userId(), code)) {
            case Admission.Admitted admitted -> goOn(request, portal, admitted.account(), true);
            case Admission.Locked locked -> new SignInOutcome.Locked(locked.until());
            case Admission.Wrong ignored -> new SignInOutcome.Wrong();
            case Admission.Expired ignored -> new SignInOutcome.Wrong();
        };
    }

    /** Replaces the temporary password; refuses as {@link Accounts#changePassword} does. */
    public SignInOutcome changePassword(HttpServletRequest request, Portal portal, String present, String chosen) {
        var waiting = pending(request, portal, SignInStep.CHANGE_PASSWORD);
        if (waiting.isEmpty()) {
            return new SignInOutcome.Begin();
        }
        var pending = waiting.get();
        accounts.changePassword(pending.tenantId(), pending.userId(), present, chosen);
        return goOn(request, portal, account(pending), pending.secondFactor());
    }

    /** The secret of the authenticator that waits for its proof; drawn at the first call. */
    public Optional<Accounts.NewSecondFactor> authenticator(HttpServletRequest request, Portal portal) {
        return pending(request, portal, SignInStep.ENROL_SECOND_FACTOR)
                .map(pending -> accounts.pendingSecondFactor(pending.tenantId(), pending.userId())
                        .orElseGet(() -> accounts.beginSecondFactor(pending.tenantId(), pending.userId())));
    }

    /** Enrols the authenticator; its recovery codes can be fetched once. */
    public SignInOutcome enrol(HttpServletRequest request, Portal portal, String code) {
        var waiting = pending(request, portal, SignInStep.ENROL_SECOND_FACTOR);
        if (waiting.isEmpty()) {
            return new SignInOutcome.Begin();
        }
        var pending = waiting.get();
        var codes = accounts.confirmSecondFactor(pending.tenantId(), pending.userId(), code);
        if (codes.isEmpty()) {
            return new SignInOutcome.Wrong();
        }
        request.setAttribute(RECOVERY_CODES, codes.get());
        return goOn(request, portal, account(pending), true);
    }

    /** The recovery codes that {@link #enrol} made in this very request; they are kept nowhere in clear. */
    public List<String> recoveryCodes(HttpServletRequest request) {
        return request.getAttribute(RECOVERY_CODES) instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Where the person wanted to go before being asked to sign in; the portal's first page when nowhere. */
    public String destination(HttpServletRequest request, HttpServletResponse response, Portal portal) {
        var saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        if (saved != null) {
            return saved.getRedirectUrl();
        }
        return BackTo.safe(request.getParameter("back")).orElse(portal.root() + "/");
    }

    /** The address when it is one of this site, else the portal's first page. */
    public String safe(@Nullable String back) {
        return BackTo.safe(back).orElse(Portal.PARTNERS.root() + "/");
    }

    /** Ends the session in this portal; the other one goes on. */
    public void signOut(HttpServletRequest request, Portal portal) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        session.removeAttribute(portal.contextKey());
        session.removeAttribute(portal.pendingKey());
        if (isEmpty(session)) {
            session.invalidate();
            return;
        }
        request.changeSessionId();
    }

    private static boolean isEmpty(HttpSession session) {
        for (var portal : Portal.values()) {
            if (session.getAttribute(portal.contextKey()) != null) {
                return false;
            }
        }
        return true;
    }

    private SignInOutcome goOn(HttpServletRequest request, Portal portal, Account account, boolean secondFactor) {
        var step = next(account, secondFactor);
        var session = request.getSession(true);
        request.changeSessionId();
        session.removeAttribute(portal.contextKey());
        if (step == SignInStep.DONE) {
            session.removeAttribute(portal.pendingKey());
            session.setAttribute(portal.contextKey(), context(account, secondFactor));
            return new SignInOutcome.Next(step);
        }
        session.setAttribute(
                portal.pendingKey(),
                new PendingSignIn(
                        account.tenantId().value(),
                        account.userId().value(),
                        account.signInName(),
                        step,
                        secondFactor,
                        Instant.now()));
        return new SignInOutcome.Next(step);
    }

    private SignInStep next(Account account, boolean secondFactor) {
        if (account.secondFactor() && !secondFactor) {
            return SignInStep.PROVE_SECOND_FACTOR;
        }
        if (account.mustChangePassword()) {
            return SignInStep.CHANGE_PASSWORD;
        }
        if (!account.secondFactor()
                && partner(account).map(PartnerAccount::secondFactorRequired).orElse(false)) {
            return SignInStep.ENROL_SECOND_FACTOR;
        }
        return SignInStep.DONE;
    }

    private static SecurityContextImpl context(Account account, boolean secondFactor) {
        var person =
                new SignedIn(account.tenantId().value(), account.userId().value(), account.signInName(), secondFactor);
        return new SecurityContextImpl(person.authenticatedAt(Instant.now()));
    }

    private Optional<PartnerAccount> partner(Account account) {
        return partners.getObject().find(PartnerId.of(account.tenantId()));
    }

    private Account account(PendingSignIn pending) {
        return accounts.find(pending.tenantId(), pending.userId())
                .orElseThrow(() -> Refusal.because(AccessRefusal.UNAUTHENTICATED));
    }
}
