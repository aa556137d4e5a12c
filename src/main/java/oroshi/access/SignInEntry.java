package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends who is not signed in to the sign-in page; the page that was wanted is remembered by then. */
final class SignInEntry implements AuthenticationEntryPoint {
    private final Portal portal;

    SignInEntry(Portal portal) {
        this.portal = portal;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        send(request, response, portal);
    }

    /** A redirect, in the way that the asker understands. */
    static void send(HttpServletRequest request, HttpServletResponse response, Portal portal) throws IOException {
        var back = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null
                ? ""
                : BackTo.present(request);
        var address = portal.signInPath() + back;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setHeader("Location", address);
        response.setStatus(isForApplication(request) ? HttpServletResponse.SC_FOUND : HttpServletResponse.SC_SEE_OTHER);
    }

    /** Clients of the authorize endpoint know one status of a redirect. */
    private static boolean isForApplication(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/authorize");
    }
}
