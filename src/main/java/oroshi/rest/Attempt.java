package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;

/**
 * What became of the change that the present request tries to make. Whoever tells the caller that the change was refused
 * notes it here; typing mistakes that were found before anything was tried are not noted.
 */
public final class Attempt {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String REASON = Attempt.class.getName();

    private Attempt() {}

    /** Whether the request asks for a change, by its method. */
    public static boolean isMadeBy(HttpServletRequest request) {
        return CHANGING.contains(request.getMethod());
    }

    /** Notes that the present request was refused. */
    public static void refused(Refusal refusal) {
        refused(refusal.reason());
    }

    /** Notes why the present request was refused. */
    public static void refused(Reason reason) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REASON, reason, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Why the request was refused; empty when nobody refused it. */
    public static Optional<Reason> refusal(HttpServletRequest request) {
        return request.getAttribute(REASON) instanceof Reason reason ? Optional.of(reason) : Optional.empty();
    }
}
