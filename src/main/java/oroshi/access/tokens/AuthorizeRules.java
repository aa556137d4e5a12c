package oroshi.access.tokens;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import oroshi.access.Accounts;
import oroshi.access.SignedIn;

/**
 * What a request to the authorize endpoint must keep to, and whom it wants: first where answers may go, then the words of
 * the protocol, then whether the person who is signed in will do.
 */
final class AuthorizeRules
        implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext>,
                Predicate<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    private final RedirectRules redirects = new RedirectRules();
    private final Accounts accounts;

    AuthorizeRules(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        redirects.accept(context);
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        try {
            checkWords(request);
            checkPerson(request);
        } catch (SignInWanted wanted) {
            throw wanted;
        } catch (OAuth2AuthenticationException refused) {
            throw sentBack(refused.getError(), context);
        }
    }

    private static void checkWords(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        var parameters = parameters(request);
        if (parameters.get(AuthorizeRequests.REFUSED) instanceof String refused) {
            var parts = refused.split("\\|", 3);
            throw new OAuth2AuthenticationException(new OAuth2Error(parts[0], parts[2], parts[1]));
        }
        var answer = Answer.read(parameters);
        Prompt.of(parameters).check();
        if (answer.hasIdentity() && !request.getScopes().contains("openid")) {
            throw AuthorityError.RESPONSE_TYPE_UNSUPPORTED.with("id_token without the scope openid");
        }
        if (answer.hasIdentity() && parameters.get("nonce") == null) {
            throw AuthorityError.PARAMETER_MISSING.with("nonce");
        }
    }

    private void checkPerson(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        var parameters = parameters(request);
        var prompt = Prompt.of(parameters);
        var person = person(request);
        var wanted = person.filter(known -> isWanted(known, parameters)).isPresent();
        if (prompt.asksNothing()) {
            if (!wanted) {
                throw AuthorityError.NOT_SIGNED_IN.with();
            }
            return;
        }
        var hint = (String) parameters.get("login_hint");
        if (prompt.asksToSignIn() || prompt.asksForAccount() || !(wanted || (person.isEmpty() && hint == null))) {
            throw new SignInWanted(hint, prompt.asksForAccount() && person.isPresent());
        }
    }

    /** Whether it is the person, or one of the organization, that the application hopes for. */
    private boolean isWanted(SignedIn person, Map<String, Object> parameters) {
        var name = (String) parameters.get("login_hint");
        if (name != null && name.contains("@")) {
            return person.name().equalsIgnoreCase(name.strip());
        }
        var domain = (String) parameters.get("domain_hint");
        return domain == null
                || accounts.findTenant(domain.strip().toLowerCase(Locale.ROOT))
                        .map(person.tenantId()::equals)
                        .orElse(true);
    }

    /** Whether the person has to be asked for consent. */
    @Override
    public boolean test(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var prompt = Prompt.of(parameters(request));
        var consent = context.getAuthorizationConsent();
        var given = consent != null && consent.getScopes().containsAll(request.getScopes());
        if (given && !prompt.asksForConsent()) {
            return false;
        }
        if (prompt.asksNothing()) {
            throw sentBack(AuthorityError.CONSENT_NEEDED.with().getError(), context);
        }
        return true;
    }

    /** The error with the address that it goes to; the application's only one when the request named none. */
    private static OAuth2AuthorizationCodeRequestAuthenticationException sentBack(
            OAuth2Error error, OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var asked = request.getRedirectUri();
        var address = asked == null || asked.isBlank()
                ? context.getRegisteredClient().getRedirectUris().iterator().next()
                : asked;
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                error,
                new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        request.getAuthorizationUri(),
                        request.getClientId(),
                        (Authentication) request.getPrincipal(),
                        address,
                        request.getState(),
                        request.getScopes(),
                        parameters(request)));
    }

    private static Map<String, Object> parameters(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return request.getAdditionalParameters();
    }

    private static Optional<SignedIn> person(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return request.getPrincipal() instanceof Authentication authentication
                ? SignedIn.of(authentication)
                : Optional.empty();
    }

    /** Somebody is to sign in, or to choose an account, before the request goes on. */
    static final class SignInWanted extends OAuth2AuthorizationCodeRequestAuthenticationException {
        private static final long serialVersionUID = 1L;

        private final @Nullable String name;
        private final boolean choice;

        SignInWanted(@Nullable String name, boolean choice) {
            super(new OAuth2Error("login_required"), null);
            this.name = name;
            this.choice = choice;
        }

        /** As whom, if the application said. */
        @Nullable
        String name() {
            return name;
        }

        /** Whether the present account may go on. */
        boolean isChoice() {
            return choice;
        }
    }
}
