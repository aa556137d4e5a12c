package oroshi.catalog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** The form that errors have on the root of prices, which resembles no other's: words for codes, inside an envelope. */
@Component
final class PricingErrors extends AbstractHandlerExceptionResolver {
    private static final String ROOT = "/v1.0/sales/";

    private final JsonMapper json;

    PricingErrors(JsonMapper json) {
        this.json = json;
        // Before the one that gives every other error of the wire its form.
        setOrder(HIGHEST_PRECEDENCE);
    }

    record Envelope(Fault error) {}

    record Fault(String code, String message, @Nullable String target) {}

    @Override
    protected @Nullable ModelAndView doResolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof Refusal refusal)
                || !isOurs(request, refusal.reason().status())) {
            return null;
        }
        try {
            write(response, refusal);
        } catch (IOException callerGone) {
            logger.debug("The caller left before the answer", callerGone);
        }
        return new ModelAndView();
    }

    /** Of rates and matrices only what doesn't exist is told in this form; of price sheets everything is. */
    private static boolean isOurs(HttpServletRequest request, int status) {
        var path = request.getRequestURI().toLowerCase(Locale.ROOT);
        return path.startsWith(ROOT)
                && (path.startsWith(ROOT + "pricesheets") ? word(status).isPresent() : status == 404);
    }

    private void write(HttpServletResponse response, Refusal refusal) throws IOException {
        var status = refusal.reason().status();
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        var fault = new Fault(
                word(status).orElse("Error"),
                status == 403 ? "A signed-in user with a pricing role is required." : message(refusal),
                refusal.problems().stream().map(Problem::field).findFirst().orElse(null));
        response.getOutputStream().write(json.writeValueAsBytes(new Envelope(fault)));
    }

    private static String message(Refusal refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private static Optional<String> word(int status) {
        return switch (status) {
            case 400 -> Optional.of("BadRequest");
            case 403 -> Optional.of("Forbidden");
            case 404 -> Optional.of("NotFound");
            default -> Optional.empty();
        };
    }
}
