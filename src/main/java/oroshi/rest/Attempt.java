package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;

/**
 * What became of the change that the present request tries to make. Whoever tells the caller that the change was refused
 * notes it here; typing mistakes that were found before anything was tried are not noted.
 */
public final class Attempt {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String REFUSED = Attempt.class.getName();

    private Attempt() {}

    /** Whether the request asks for a change, by its method. */
    public static boolean isMadeBy(HttpServletRequest request) {
        return CHANGING.contains(request.getMethod());
    }

    /** Why a request was refused, with what the explanation names. */
    public record Refused(Reason reason, List<Object> arguments) {
        public Refused {
            arguments = List.copyOf(arguments);
        }
    }

    /** Notes that the present request was refused. */
    public static void refused(Refusal refusal) {
        refused(refusal.reason(), refusal.arguments());
    }

    /** Notes that the present request was refused because of one of its fields. */
    public static void refused(Problem problem) {
        refused(problem.reason(), problem.arguments());
    }

    private static void refused(Reason reason, List<Object> arguments) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSED, new Refused(reason, arguments), RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Why the request was refused; empty when nobody refused it. */
    public static Optional<Refused> refusal(HttpServletRequest request) {
        return request.getAttribute(REFUSED) instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }
}
