package oroshi.access.tokens;

import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes the identity of the signed-in person that the authorize endpoint itself hands to an application. */
record Identities(ApplicationClients clients, OAuth2TokenGenerator<OAuth2Token> tokens) {
    /** @param code the code that goes with it, if one does */
    String of(
            OAuth2Authorization grant,
            OAuth2AuthorizationCodeRequestAuthenticationToken granted,
            @Nullable String code) {
        var client = Objects.requireNonNull(clients.findById(grant.getRegisteredClientId()));
        var asker = new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
        var beside = new HashMap<String, Object>();
        if (code != null) {
            beside.put(TokenClaims.CODE_BESIDE, code);
        }
        var context = DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal((Authentication) granted.getPrincipal())
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorization(grant)
                .authorizedScopes(grant.getAuthorizedScopes())
                .tokenType(new OAuth2TokenType(OidcParameterNames.ID_TOKEN))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrant(new OAuth2AuthorizationCodeAuthenticationToken("none", asker, null, beside))
                .build();
        return Objects.requireNonNull(tokens.generate(context)).getTokenValue();
    }
}
