package oroshi.access.tokens;

import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import oroshi.access.Account;
import oroshi.access.Accounts;
import oroshi.access.Admission;
import oroshi.access.SignedIn;

/** Gives tokens for a name and a password. They never show a second factor, so one that is needed ends it here. */
final class PasswordGrants implements AuthenticationProvider {
    private final Accounts accounts;
    private final Tenants tenants;
    private final PersonTokens tokens;

    PasswordGrants(Accounts accounts, Tenants tenants, PersonTokens tokens) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    @Override
    public boolean supports(Class<?> type) {
        return PasswordGrant.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var grant = (PasswordGrant) asked;
        var client = (OAuth2ClientAuthenticationToken) grant.getPrincipal();
        var registered = java.util.Objects.requireNonNull(client.getRegisteredClient());
        var account = admitted(grant);
        tenants.requireForPerson(UUID.fromString(registered.getClientId()), account.tenantId());
        var person = new SignedIn(account.tenantId().value(), account.userId().value(), account.signInName(), false);
        tenants.requireConsent(UUID.fromString(registered.getClientId()), person);
        return tokens.issue(grant, person, grant.openIdScopes());
    }

    private Account admitted(PasswordGrant grant) {
        return switch (accounts.signIn(grant.username(), grant.password())) {
            case Admission.Admitted admitted -> complete(admitted.account());
            case Admission.Locked ignored -> throw AuthorityError.PASSWORD_LOCKED.with();
            case Admission.Expired ignored -> throw AuthorityError.PASSWORD_TEMPORARY.with();
            case Admission.Wrong ignored -> throw AuthorityError.PASSWORD_WRONG.with();
        };
    }

    private static Account complete(Account account) {
        if (account.mustChangePassword()) {
            throw AuthorityError.PASSWORD_TEMPORARY.with();
        }
        if (account.secondFactor()) {
            throw AuthorityError.SECOND_FACTOR_NEEDED.with();
        }
        return account;
    }
}
