package oroshi.access.tokens;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import oroshi.access.SignedIn;

/** Issues the tokens of a person who did not come through the authorize endpoint, and remembers what they stand on. */
record PersonTokens(OAuth2AuthorizationService grants, OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
    Authentication issue(OAuth2AuthorizationGrantAuthenticationToken grant, SignedIn person, Set<String> openIdScopes) {
        var client = (OAuth2ClientAuthenticationToken) grant.getPrincipal();
        var registered = Objects.requireNonNull(client.getRegisteredClient());
        var user = person.authenticatedAt(Instant.now());
        var scopes = Scopes.delegated(openIdScopes);
        var context = DefaultOAuth2TokenContext.builder()
                .registeredClient(registered)
                .principal(user)
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorizedScopes(scopes)
                .authorizationGrantType(grant.getGrantType())
                .authorizationGrant(grant);
        var jwt = (Jwt) generate(context, OAuth2TokenType.ACCESS_TOKEN);
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), scopes);
        var refresh = (OAuth2RefreshToken) generate(context, OAuth2TokenType.REFRESH_TOKEN);
        grants.save(OAuth2Authorization.withRegisteredClient(registered)
                .principalName(person.name())
                .authorizationGrantType(grant.getGrantType())
                .authorizedScopes(scopes)
                .attribute(Principal.class.getName(), user)
                .refreshToken(refresh)
                .build());
        return new OAuth2AccessTokenAuthenticationToken(
                registered, client, access, refresh, idToken(context, openIdScopes));
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
