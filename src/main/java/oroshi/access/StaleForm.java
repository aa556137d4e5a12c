package oroshi.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form whose session has ended in the meantime leads to the sign-in page and back; any other denial is the error page
 * 403.
 */
final class StaleForm implements AccessDeniedHandler {
    private final Portal portal;
    private final AccessDeniedHandlerImpl errorPage = new AccessDeniedHandlerImpl();

    StaleForm(Portal portal) {
        this.portal = portal;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var session = request.getSession(false);
        var signedIn = session != null && session.getAttribute(portal.contextKey()) != null;
        if (denied instanceof CsrfException && !signedIn) {
            SignInEntry.send(request, response, portal);
            return;
        }
        errorPage.handle(request, response, denied);
    }
}
