package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a request to one of the token endpoints; every grant type that the contract has. */
record TokenRequests(Protocol protocol, Tenants tenants) implements AuthenticationConverter {
    /** Under this name the audience travels with the grant to the claims. */
    static final String AUDIENCE = "oroshi.audience";

    static final String ADDRESS = "oroshi.address";

    @Override
    public Authentication convert(HttpServletRequest request) {
        var grantType = required(request, "grant_type");
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof OAuth2ClientAuthenticationToken client)) {
            throw AuthorityError.CLIENT_WRONG.with(); // Whoever is signed in at a page is no application.
        }
        return switch (grantType) {
            case "client_credentials" -> clientCredentials(request, client);
            case "authorization_code" -> code(request, client);
            case "refresh_token" -> refresh(request, client);
            case "password" -> password(request, client);
            case "urn:ietf:params:oauth:grant-type:device_code", "device_code" -> device(request, client, grantType);
            default -> throw AuthorityError.GRANT_TYPE_UNSUPPORTED.with(grantType);
        };
    }

    private Authentication clientCredentials(HttpServletRequest request, OAuth2ClientAuthenticationToken client) {
        var audience = scopes(request)
                .audience()
                .orElseThrow(
                        () -> AuthorityError.PARAMETER_MISSING.with(protocol == Protocol.V1 ? "resource" : "scope"));
        if (!audience.takesApplicationAlone()) {
            throw AuthorityError.SCOPE_UNKNOWN.with(audience.uri());
        }
        tenants.requireForApplication(client);
        return new OAuth2ClientCredentialsAuthenticationToken(
                client, Set.of(audience.defaultScope()), parameters(request, audience));
    }

    private Authentication code(HttpServletRequest request, OAuth2ClientAuthenticationToken client) {
        var redirectUri = request.getParameter("redirect_uri");
        return new OAuth2AuthorizationCodeAuthenticationToken(
                required(request, "code"),
                client,
                redirectUri == null ? onlyRedirect(client) : redirectUri,
                parameters(request, scopes(request).audience().orElse(null)));
    }

    /** May be left out when the application has exactly one. */
    private static @Nullable String onlyRedirect(OAuth2ClientAuthenticationToken client) {
        var registered = client.getRegisteredClient();
        return registered != null && registered.getRedirectUris().size() == 1
                ? registered.getRedirectUris().iterator().next()
                : null;
    }

    private Authentication refresh(HttpServletRequest request, OAuth2ClientAuthenticationToken client) {
        return new OAuth2RefreshTokenAuthenticationToken(
                required(request, "refresh_token"),
                client,
                Set.of(),
                parameters(request, scopes(request).audience().orElse(null)));
    }

    private Authentication password(HttpServletRequest request, OAuth2ClientAuthenticationToken client) {
        var scopes = scopes(request);
        return new PasswordGrant(
                client,
                required(request, "username"),
                required(request, "password"),
                scopes.openId(),
                parameters(request, scopes.audience().orElse(Audience.COMMERCE)));
    }

    /** A flow of the second protocol alone. */
    private Authentication device(
            HttpServletRequest request, OAuth2ClientAuthenticationToken client, String grantType) {
        if (protocol == Protocol.V1) {
            throw AuthorityError.GRANT_TYPE_UNSUPPORTED.with(grantType);
        }
        return new DeviceCodeGrant(client, required(request, "device_code"), parameters(request, null));
    }

    private Scopes scopes(HttpServletRequest request) {
        return Scopes.read(protocol, request.getParameter("resource"), request.getParameter("scope"));
    }

    private static Map<String, Object> parameters(HttpServletRequest request, @Nullable Audience audience) {
        var parameters = new HashMap<String, Object>();
        parameters.put(ADDRESS, request.getRemoteAddr());
        if (audience != null) {
            parameters.put(AUDIENCE, audience);
        }
        return parameters;
    }

    /** The parameter of that name; refuses a request without it. */
    static String required(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            throw AuthorityError.PARAMETER_MISSING.with(name);
        }
        return value;
    }
}
