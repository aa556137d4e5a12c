package oroshi.access.tokens;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.rest.ErrorWriter;
import oroshi.rest.RestRefusal;
import oroshi.rest.WirePaths;

/** What the firewall keeps out, for signs that attacks are made of, programs hear in the words of their protocol. */
@Component
final class RefusedAddresses implements RequestRejectedHandler {
    private static final String REASON = "its address, a header or a parameter has signs that are not accepted";

    private final RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
    private final ErrorWriter errors;
    private final AuthorityErrors authority;

    RefusedAddresses(ErrorWriter errors, AuthorityErrors authority) {
        this.errors = errors;
        this.authority = authority;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException, ServletException {
        var address = request.getRequestURI();
        if (WirePaths.isWire(address)) {
            errors.write(response, Refusal.because(RestRefusal.BODY_UNREADABLE, REASON));
            return;
        }
        if (AuthorityExceptions.isForPrograms(request)) {
            authority.refuse(request, response, new OAuth2Error("invalid_request", REASON, null));
            return;
        }
        pages.handle(request, response, refused);
    }
}
