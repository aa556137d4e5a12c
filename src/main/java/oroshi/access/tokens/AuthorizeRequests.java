package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a request to one of the authorize endpoints in the words of its protocol. */
final class AuthorizeRequests implements AuthenticationConverter {
    /** Under this name the audience that was asked for stays with the grant. */
    static final String AUDIENCE = "oroshi_audience";

    /** Under this one travels what is wrong with the scope, until it is known where to answer. */
    static final String REFUSED = "oroshi_refused";

    private final Protocol protocol;
    private final OAuth2AuthorizationCodeRequestAuthenticationConverter standard =
            new OAuth2AuthorizationCodeRequestAuthenticationConverter();

    AuthorizeRequests(Protocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (request.getParameter("response_type") == null && request.getMethod().equals("POST")) {
            return null; // the answer to the question for consent
        }
        return standard.convert(new Standard(request, parameters(request)));
    }

    private Map<String, String[]> parameters(HttpServletRequest request) {
        var parameters = new HashMap<>(request.getParameterMap());
        var misspelt = parameters.remove("redirect_url");
        if (misspelt != null) {
            parameters.putIfAbsent("redirect_uri", misspelt);
        }
        rename(parameters, "prompt", Prompt.NAME);
        if (!parameters.containsKey("response_type")) {
            return parameters;
        }
        rename(parameters, "response_type", Answer.TYPE);
        put(parameters, "response_type", "code");
        hashPlainChallenge(parameters);
        addScopes(parameters, request);
        return parameters;
    }

    private void addScopes(Map<String, String[]> parameters, HttpServletRequest request) {
        try {
            var scopes = Scopes.read(protocol, request.getParameter("resource"), request.getParameter("scope"));
            put(parameters, "scope", String.join(" ", Scopes.delegated(scopes.openId())));
            put(
                    parameters,
                    AUDIENCE,
                    scopes.audience().orElse(Audience.COMMERCE).uri());
        } catch (OAuth2AuthenticationException unknown) {
            var error = unknown.getError();
            parameters.remove("scope");
            put(
                    parameters,
                    REFUSED,
                    error.getErrorCode() + "|" + AuthorityError.numberOf(error) + "|" + error.getDescription());
        }
    }

    /** The framework knows hashed challenges alone; the hash of a plain one is what it will compare the verifier with. */
    private static void hashPlainChallenge(Map<String, String[]> parameters) {
        var challenge = parameters.get("code_challenge");
        var method = parameters.getOrDefault("code_challenge_method", new String[] {"plain"})[0];
        if (challenge != null && method.equals("plain")) {
            put(parameters, "code_challenge", Sha256.base64Url(challenge[0]));
            put(parameters, "code_challenge_method", "S256");
        }
    }

    private static void rename(Map<String, String[]> parameters, String name, String other) {
        parameters.remove(other);
        var values = parameters.remove(name);
        if (values != null) {
            put(parameters, other, String.join(" ", values));
        }
    }

    private static void put(Map<String, String[]> parameters, String name, String value) {
        parameters.put(name, new String[] {value});
    }

    /** The request as the standard has it. */
    private static final class Standard extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters;

        private Standard(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = Map.copyOf(parameters);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        /** The standard reads a GET's parameters by their names in the query. */
        @Override
        public String getQueryString() {
            return String.join("&", parameters.keySet());
        }
    }
}
