package oroshi.access.tokens;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import oroshi.access.Account;
import oroshi.access.Accounts;
import oroshi.access.Admission;
import oroshi.access.SignedIn;

/** Gives tokens for a name and a password. They never show a second factor, so one that is needed ends it here. */
final class PasswordGrants implements AuthenticationProvider {
    private final Accounts accounts;
    private final Tenants tenants;
    private final OAuth2AuthorizationService grants;
    private final OAuth2TokenGenerator<? extends OAuth2Token> tokens;

    PasswordGrants(
            Accounts accounts,
            Tenants tenants,
            OAuth2AuthorizationService grants,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.grants = grants;
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
        return answer(grant, client, registered, person);
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

    private Authentication answer(
            PasswordGrant grant, OAuth2ClientAuthenticationToken client, RegisteredClient registered, SignedIn person) {
        var user = person.authenticatedAt(Instant.now());
        var scopes = Scopes.delegated(grant.openIdScopes());
        var context = DefaultOAuth2TokenContext.builder()
                .registeredClient(registered)
                .principal(user)
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorizedScopes(scopes)
                .authorizationGrantType(ApplicationClients.PASSWORD)
                .authorizationGrant(grant);
        var jwt = (Jwt) generate(context, OAuth2TokenType.ACCESS_TOKEN);
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), scopes);
        var refresh = (OAuth2RefreshToken) generate(context, OAuth2TokenType.REFRESH_TOKEN);
        grants.save(OAuth2Authorization.withRegisteredClient(registered)
                .principalName(person.name())
                .authorizationGrantType(ApplicationClients.PASSWORD)
                .authorizedScopes(scopes)
                .attribute(java.security.Principal.class.getName(), user)
                .refreshToken(refresh)
                .build());
        return new OAuth2AccessTokenAuthenticationToken(
                registered, client, access, refresh, idToken(context, grant.openIdScopes()));
    }

    private Map<String, Object> idToken(DefaultOAuth2TokenContext.Builder context, Set<String> openIdScopes) {
        if (!openIdScopes.contains("openid")) {
            return Map.of();
        }
        var token = generate(context, new OAuth2TokenType(OidcParameterNames.ID_TOKEN));
        return Map.of(OidcParameterNames.ID_TOKEN, token.getTokenValue());
    }

    private OAuth2Token generate(DefaultOAuth2TokenContext.Builder context, OAuth2TokenType type) {
        var token = tokens.generate(context.tokenType(type).build());
        if (token == null) {
            throw new IllegalStateException("No token of type " + type.getValue());
        }
        return token;
    }
}
