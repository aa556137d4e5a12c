package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/** Applications without a secret that refresh or hand over a password: only registered public ones may. */
record PublicClients(RegisteredClientRepository clients) implements AuthenticationConverter, AuthenticationProvider {
    /**
     * Refuses here already what no provider could make good: of several providers that refuse, the last one is heard.
     * Null leaves the client to the other converters.
     */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var clientId = request.getParameter("client_id");
        if (clientId == null) {
            return null;
        }
        if (request.getHeader("Authorization") != null) {
            requireSame(clientId, request);
            return null;
        }
        var registered = clients.findByClientId(clientId);
        var proves = request.getParameter("client_secret") != null || request.getParameter("client_assertion") != null;
        if (registered != null && isPublic(registered) == proves) {
            throw (proves ? AuthorityError.PUBLIC_CLIENT_PROVES : AuthorityError.CREDENTIALS_MISSING).with();
        }
        return proves || "authorization_code".equals(request.getParameter("grant_type"))
                ? null
                : new OAuth2ClientAuthenticationToken(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
    }

    /** Who names an application twice means the same one. */
    private static void requireSame(String clientId, HttpServletRequest request) {
        try {
            var basic = new BasicAuthenticationConverter().convert(request);
            if (basic != null && !basic.getName().equals(clientId)) {
                throw AuthorityError.CLIENT_CONTRADICTED.with();
            }
        } catch (BadCredentialsException unreadable) {
            // The converter for such headers says so in OAuth's words.
            return;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }

    /** Null leaves the client to the other providers: it redeems a code, or it proves itself. */
    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var client = (OAuth2ClientAuthenticationToken) asked;
        if (!ClientAuthenticationMethod.NONE.equals(client.getClientAuthenticationMethod())
                || !client.getAdditionalParameters().isEmpty()) {
            return null;
        }
        var registered = clients.findByClientId(String.valueOf(client.getPrincipal()));
        if (registered == null || !isPublic(registered)) {
            throw AuthorityError.CLIENT_WRONG.with();
        }
        return new OAuth2ClientAuthenticationToken(registered, ClientAuthenticationMethod.NONE, null);
    }

    private static boolean isPublic(RegisteredClient registered) {
        return registered.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE);
    }
}
