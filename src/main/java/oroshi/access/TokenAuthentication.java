package oroshi.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The caller as a token names it, for the filters of the API. */
final class TokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient VerifiedToken token;

    TokenAuthentication(VerifiedToken token) {
        super(List.of());
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public VerifiedToken getPrincipal() {
        return token;
    }
}
