package oroshi.access.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Writes tokens in the words of the protocol: old clients rely on the first one's numbers being texts. */
record TokenAnswers(Protocol protocol, AuthorityErrors writer) implements AuthenticationSuccessHandler {
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var tokens = (OAuth2AccessTokenAuthenticationToken) authentication;
        var claims = claims(tokens.getAccessToken());
        var body = new LinkedHashMap<String, Object>();
        body.put("token_type", "Bearer");
        if (claims.getClaim("scp") != null) {
            body.put("scope", scope(claims));
        }
        addTimes(body, claims);
        body.put("access_token", tokens.getAccessToken().getTokenValue());
        if (tokens.getRefreshToken() != null) {
            body.put("refresh_token", tokens.getRefreshToken().getTokenValue());
        }
        var idToken = tokens.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        if (idToken != null) {
            body.put("id_token", idToken);
        }
        if ("1".equals(request.getParameter("client_info")) && claims.getClaim("scp") != null) {
            body.put("client_info", clientInfo(claims));
        }
        writer.write(request, response, 200, body);
    }

    private String scope(JWTClaimsSet claims) {
        var permissions = String.valueOf(claims.getClaim("scp"));
        if (protocol == Protocol.V1) {
            return permissions;
        }
        var audience = claims.getAudience().getFirst() + "/";
        return audience + permissions.replace(" ", " " + audience);
    }

    private void addTimes(Map<String, Object> body, JWTClaimsSet claims) {
        var from = claims.getNotBeforeTime().toInstant().getEpochSecond();
        var until = claims.getExpirationTime().toInstant().getEpochSecond();
        var left = until - from - 1;
        if (protocol == Protocol.V2) {
            body.put("expires_in", left);
            body.put("ext_expires_in", left);
            return;
        }
        body.put("expires_in", String.valueOf(left));
        body.put("ext_expires_in", String.valueOf(left));
        body.put("expires_on", String.valueOf(until));
        body.put("not_before", String.valueOf(from));
        body.put("resource", claims.getAudience().getFirst());
    }

    private static String clientInfo(JWTClaimsSet claims) {
        var json = "{\"uid\":\"" + claims.getClaim("oid") + "\",\"utid\":\"" + claims.getClaim("tid") + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JWTClaimsSet claims(OAuth2AccessToken token) {
        try {
            return SignedJWT.parse(token.getTokenValue()).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
