package oroshi.access.tokens;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;

/** Tokens for tests that want to call the API without asking the authority first; signed with the real keys. */
@Component
public class TestTokens {
    public static final UUID APPLICATION = UUID.fromString("0b7d3e91-52c8-4f1a-9a6e-c4f0182d7b35");

    private final SigningKeys keys;
    private final Issuers issuers;

    TestTokens(SigningKeys keys, Issuers issuers) {
        this.keys = keys;
        this.issuers = issuers;
    }

    /** A token of an application behind which the person stands, with second factor. */
    public String of(PartnerId partnerId, UserId userId) {
        return make(partnerId, claims -> claims.claim("oid", userId.toString())
                .claim("scp", "user_impersonation")
                .claim("amr", List.of("pwd", "mfa")));
    }

    /** A token of an application alone. */
    public String ofApplication(PartnerId partnerId) {
        return make(partnerId, claims -> claims.claim("oid", APPLICATION.toString())
                .claim("app_displayname", "Test application")
                .claim("roles", List.of("PartnerCenter.FullAccess")));
    }

    /** A token for the commerce API with whatever else. */
    public String make(PartnerId partnerId, Consumer<JwtClaimsSet.Builder> more) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(issuers.v1(partnerId.toString()))
                .audience(List.of(Audience.COMMERCE.uri()))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plusSeconds(3600))
                .id(UUID.randomUUID().toString())
                .claim("tid", partnerId.toString())
                .claim("appid", APPLICATION.toString());
        more.accept(claims);
        var encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(keys.signing()));
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
