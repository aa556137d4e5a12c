package oroshi.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error answer of the wire, for filters and handlers alike. */
@Component
public class ErrorWriter {
    private final JsonMapper json;

    ErrorWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, refusal.reason().status(), ErrorBody.of(refusal));
    }

    public void write(HttpServletResponse response, int status, ErrorBody body) throws IOException {
        send(response, status, body);
    }

    /**
     * Answers a call too many. Its body resembles no other error's, because clients tell the application how long to wait
     * only when they don't recognise one.
     */
    public void writeTooMany(HttpServletResponse response, long seconds) throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds));
        send(response, 429, new TooMany(429, "Too many requests - wait " + seconds + " seconds."));
    }

    private void send(HttpServletResponse response, int status, Object body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        if (status == 401 && response.getHeader("WWW-Authenticate") == null) {
            // HTTP wants to know with every 401 how to do better, also where the code says more than that.
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private record TooMany(int statusCode, String message) {}
}
