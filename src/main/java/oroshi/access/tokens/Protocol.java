package oroshi.access.tokens;

import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** The two dialects of the authority: the first names the audience in {@code resource}, the second in the scope. */
enum Protocol {
    V1("/oauth2", "1.0"),
    V2("/oauth2/v2.0", "2.0");

    private final String path;
    private final String version;

    Protocol(String path, String version) {
        this.path = path;
        this.version = version;
    }

    String authorizePath() {
        return path + "/authorize";
    }

    String tokenPath() {
        return path + "/token";
    }

    String version() {
        return version;
    }

    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .multipleIssuersAllowed(true)
                .authorizationEndpoint(authorizePath())
                .tokenEndpoint(tokenPath())
                .build();
    }

    /** The dialect of the present request to the authority. */
    static Protocol present() {
        var tokenPath = AuthorizationServerContextHolder.getContext()
                .getAuthorizationServerSettings()
                .getTokenEndpoint();
        return tokenPath.equals(V2.tokenPath()) ? V2 : V1;
    }

    /** The first segment of the path: a tenant's id or domain, or {@code common} or {@code organizations}. */
    static String presentTenant() {
        var issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        return issuer.substring(issuer.lastIndexOf('/') + 1);
    }
}
