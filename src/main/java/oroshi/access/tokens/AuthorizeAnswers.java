package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import oroshi.access.PortalSessions;

/** Sends the person back to the application with what it asked for or the error, in the way that it asked for. */
final class AuthorizeAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    /** What has done its work once somebody has signed in anew. */
    private static final Set<String> DONE_BY_SIGNING_IN = Set.of("prompt", "login_hint", "domain_hint");

    private static final Set<String> STILL_TO_ASK = Set.of("consent", "admin_consent");

    private final Grants grants;
    private final Identities identities;

    AuthorizeAnswers(Grants grants, Identities identities) {
        this.grants = grants;
        this.identities = identities;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue();
        var grant = Objects.requireNonNull(grants.findByToken(code, new OAuth2TokenType("code")));
        var wanted = Answer.read(asked(grant));
        var answer = new LinkedHashMap<String, String>();
        if (wanted.hasCode()) {
            answer.put("code", code);
        }
        if (wanted.hasIdentity()) {
            answer.put("id_token", identities.of(grant, granted, wanted.hasCode() ? code : null));
        }
        if (!wanted.hasCode()) {
            grants.remove(grant); // nobody will ever redeem the code
        }
        send(response, Objects.requireNonNull(granted.getRedirectUri()), granted.getState(), answer, wanted.mode());
    }

    private static Map<String, Object> asked(OAuth2Authorization grant) {
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return Objects.requireNonNull(request).getAdditionalParameters();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthorizeRules.SignInWanted wanted) {
            PortalSessions.signInAnew(request, response, again(request), wanted.name(), wanted.isChoice());
            return;
        }
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
        send(response, redirectUri, refused.getState(), answer(error), mode(request, refused));
    }

    /** The answer to the question for consent carries the way itself. */
    private static Answer.Mode mode(
            HttpServletRequest request, OAuth2AuthorizationCodeRequestAuthenticationToken refused) {
        var named = request.getParameter(Answer.MODE);
        return named == null
                ? Answer.mode(refused.getAdditionalParameters())
                : Answer.Mode.of(named).orElseGet(() -> Answer.mode(refused.getAdditionalParameters()));
    }

    /** The same request without what asks to sign in, for afterwards. */
    private static String again(HttpServletRequest request) {
        var prompt = Arrays.stream(Objects.requireNonNullElse(request.getParameter("prompt"), "")
                        .split("\\s+"))
                .filter(STILL_TO_ASK::contains)
                .collect(Collectors.joining(" "));
        var kept = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !DONE_BY_SIGNING_IN.contains(parameter.getKey()))
                .map(parameter -> encoded(parameter.getKey(), parameter.getValue()[0]));
        var query = Stream.concat(kept, prompt.isEmpty() ? Stream.empty() : Stream.of(encoded("prompt", prompt)))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + "?" + query;
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, String> answer(OAuth2Error error) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("error", error.getErrorCode());
        if (error.getErrorCode().equals("access_denied")) {
            answer.put("error_subcode", "cancel");
        }
        answer.put(
                "error_description",
                "AADSTS" + AuthorityError.numberOf(error) + ": " + AuthorityError.descriptionOf(error));
        return answer;
    }

    private static void send(
            HttpServletResponse response,
            String redirectUri,
            @Nullable String state,
            Map<String, String> answer,
            Answer.Mode mode)
            throws IOException {
        if (state != null) {
            answer.put("state", state);
        }
        if (mode == Answer.Mode.FORM_POST) {
            sendForm(response, redirectUri, answer);
            return;
        }
        var query = UriComponentsBuilder.newInstance();
        answer.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        var encoded = query.encode().buildAndExpand(answer).getQuery();
        var between = mode == Answer.Mode.FRAGMENT ? "#" : redirectUri.contains("?") ? "&" : "?";
        response.sendRedirect(redirectUri + between + encoded);
    }

    /** A form that sends itself; where there is no script, one press does. */
    private static void sendForm(HttpServletResponse response, String redirectUri, Map<String, String> answer)
            throws IOException {
        var html = new StringBuilder(
                        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Continue</title>")
                .append("<script src=\"/assets/send.js\" defer></script>")
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
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action " + origin(redirectUri));
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
