package oroshi.access.tokens;

import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** A person's name and password, handed over by an old application. */
final class PasswordGrant extends OAuth2AuthorizationGrantAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String username;
    private final String password;
    private final transient Set<String> openIdScopes;

    PasswordGrant(
            OAuth2ClientAuthenticationToken client,
            String username,
            String password,
            Set<String> openIdScopes,
            Map<String, Object> parameters) {
        super(ApplicationClients.PASSWORD, client, parameters);
        this.username = username;
        this.password = password;
        this.openIdScopes = Set.copyOf(openIdScopes);
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    Set<String> openIdScopes() {
        return openIdScopes;
    }
}
