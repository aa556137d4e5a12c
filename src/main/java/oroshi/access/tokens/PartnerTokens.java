package oroshi.access.tokens;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.AccessSettings;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** The exchange that clients from before 2019 do: their token for one of the commerce service. */
@RestController
class PartnerTokens {
    private final OwnTokens tokens;
    private final SigningKeys keys;
    private final AccessSettings settings;

    PartnerTokens(OwnTokens tokens, SigningKeys keys, AccessSettings settings) {
        this.tokens = tokens;
        this.keys = keys;
        this.settings = settings;
    }

    @PostMapping("/generatetoken")
    @Allows(applicationAlone = true)
    Map<String, Object> exchange(HttpServletRequest request, Caller caller) {
        if (!"jwt_token".equals(request.getParameter("grant_type"))) {
            throw Refusal.of("grant_type", RestRefusal.INVALID_VALUE, "use jwt_token");
        }
        var bearer = String.valueOf(request.getHeader("Authorization")).substring("Bearer ".length());
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .claims(all -> all.putAll(tokens.claims(bearer.strip())))
                .claim("token_use", "partner")
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(settings.tokenLifetime()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
        var encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(keys.signing()));
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "access_token",
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue());
        body.put("token_type", "Bearer");
        body.put("expires_in", settings.tokenLifetime().toSeconds());
        return body;
    }
}
