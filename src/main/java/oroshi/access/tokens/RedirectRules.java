package oroshi.access.tokens;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Where an application may have people sent back to: exactly a registered address; on the person's own machine the port
 * is free, because command line clients take whichever is.
 */
final class RedirectRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var registered = context.getRegisteredClient().getRedirectUris();
        var asked = request.getRedirectUri();
        var allowed = (asked == null || asked.isBlank())
                ? registered.size() == 1
                : registered.stream().anyMatch(uri -> matches(uri, asked));
        if (!allowed) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    AuthorityError.REDIRECT_UNKNOWN.with().getError(), null);
        }
    }

    static boolean matches(String registered, String asked) {
        if (registered.equals(asked)) {
            return true;
        }
        var known = parse(registered);
        var wanted = parse(asked);
        return known != null
                && wanted != null
                && wanted.getFragment() == null
                && "http".equals(wanted.getScheme())
                && OWN_MACHINE.contains(String.valueOf(known.getHost()))
                && String.valueOf(known.getHost()).equals(wanted.getHost())
                && path(known).equals(path(wanted))
                && wanted.getUserInfo() == null;
    }

    private static String path(URI uri) {
        return uri.getPath().equals("/") ? "" : uri.getPath();
    }

    private static @Nullable URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
