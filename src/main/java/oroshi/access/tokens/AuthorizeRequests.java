package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a request to one of the authorize endpoints in the words of its protocol. */
final class AuthorizeRequests implements AuthenticationConverter {
    /** Under this name the audience that was asked for stays with the grant. */
    static final String AUDIENCE = "oroshi_audience";

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
        var scopes = Scopes.read(protocol, request.getParameter("resource"), request.getParameter("scope"));
        var audience = scopes.audience().orElse(Audience.COMMERCE);
        parameters.put("scope", new String[] {String.join(" ", Scopes.delegated(scopes.openId()))});
        parameters.put(AUDIENCE, new String[] {audience.uri()});
        return parameters;
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
