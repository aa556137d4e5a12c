package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import oroshi.basics.Ids;
import tools.jackson.databind.json.JsonMapper;

/** Writes the authority's errors: 401 for a client that is not who it says, 400 for the rest. */
@Component
class AuthorityErrors implements AuthenticationFailureHandler {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final JsonMapper json;

    AuthorityErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var error = failure instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error("invalid_request");
        write(request, response, error);
    }

    void write(HttpServletRequest request, HttpServletResponse response, OAuth2Error error) throws IOException {
        var body = body(request, response, error);
        write(request, response, "invalid_client".equals(body.get("error")) ? 401 : 400, body);
    }

    /** Refuses where an application need not prove itself, so that nothing asks it to. */
    void refuse(HttpServletRequest request, HttpServletResponse response, OAuth2Error error) throws IOException {
        write(request, response, 400, body(request, response, error));
    }

    /** Something is wrong with us and not with the request. */
    void fail(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, 500, body(request, response, new OAuth2Error("server_error")));
    }

    private static Map<String, Object> body(
            HttpServletRequest request, HttpServletResponse response, OAuth2Error error) {
        var body = new LinkedHashMap<String, Object>();
        // To the published clients an application that may not do something is one that is not known.
        var code = error.getErrorCode().equals("unauthorized_client") ? "invalid_client" : error.getErrorCode();
        body.put("error", code);
        body.put("error_description", AuthorityError.descriptionOf(error));
        body.put("error_codes", List.of(AuthorityError.numberOf(error)));
        body.put("timestamp", TIMESTAMP.format(Instant.now()));
        body.put("trace_id", Ids.next().toString());
        body.put(
                "correlation_id",
                Objects.requireNonNullElseGet(
                        request.getHeader("client-request-id"), () -> response.getHeader("MS-CorrelationId")));
        return body;
    }

    /** Any JSON answer of the authority: nobody keeps it. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store, no-cache");
        response.setHeader("Pragma", "no-cache");
        var clientId = request.getHeader("client-request-id");
        if (clientId != null && "true".equalsIgnoreCase(request.getHeader("return-client-request-id"))) {
            response.setHeader("client-request-id", clientId.replaceAll("[^0-9A-Za-z-]", ""));
        }
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
