package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends the person back to the application with the code or the error, in the way that the application asked for. */
final class AuthorizeAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = Objects.requireNonNull(granted.getAuthorizationCode());
        var answer = new LinkedHashMap<String, String>();
        answer.put("code", code.getTokenValue());
        send(request, response, Objects.requireNonNull(granted.getRedirectUri()), granted.getState(), answer);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var refused = failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException known
                ? known.getAuthorizationCodeRequestAuthentication()
                : null;
        var redirectUri = refused == null ? null : refused.getRedirectUri();
        if (refused == null || redirectUri == null || redirectUri.isBlank()) {
            // Never sent to an address that the application did not register.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var error = ((OAuth2AuthorizationCodeRequestAuthenticationException) failure).getError();
        send(request, response, redirectUri, refused.getState(), answer(error));
    }

    private static Map<String, String> answer(OAuth2Error error) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("error", error.getErrorCode());
        answer.put("error_description", Objects.requireNonNullElse(error.getDescription(), "The request was refused."));
        return answer;
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String redirectUri,
            @Nullable String state,
            Map<String, String> answer)
            throws IOException {
        if (state != null) {
            answer.put("state", state);
        }
        var mode = Objects.requireNonNullElse(request.getParameter("response_mode"), "query");
        if (mode.equals("form_post")) {
            sendForm(response, redirectUri, answer);
            return;
        }
        var query = UriComponentsBuilder.newInstance();
        answer.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        var encoded = query.encode().buildAndExpand(answer).getQuery();
        var between = mode.equals("fragment") ? "#" : redirectUri.contains("?") ? "&" : "?";
        response.sendRedirect(redirectUri + between + encoded);
    }

    /** Without script, which the policy forbids here: one more press brings the person back. */
    private static void sendForm(HttpServletResponse response, String redirectUri, Map<String, String> answer)
            throws IOException {
        var html = new StringBuilder(
                        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Continue</title>")
                .append("</head><body><form method=\"post\" action=\"")
                .append(HtmlUtils.htmlEscape(redirectUri))
                .append("\">");
        answer.forEach((name, value) -> html.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(HtmlUtils.htmlEscape(value))
                .append("\">"));
        html.append("<button autofocus>Continue / 続行</button></form></body></html>");
        response.setContentType("text/html; charset=utf-8");
        response.getOutputStream().write(html.toString().getBytes(StandardCharsets.UTF_8));
    }
}
