package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Lets the authority build on the portal's sessions: who is signed in there need not sign in again. */
public final class PortalSessions {
    private PortalSessions() {}

    /** Reads who is signed in from the portal's session, with the portal's headers. */
    public static HttpSecurity use(HttpSecurity http, Portal portal) {
        return SecurityChains.signedIn(http, portal);
    }

    /** Sends a person who is not signed in to the sign-in page. */
    public static void signIn(HttpServletRequest request, HttpServletResponse response, Portal portal)
            throws IOException {
        SignInEntry.send(request, response, portal);
    }
}
