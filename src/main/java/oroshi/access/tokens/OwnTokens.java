package oroshi.access.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import oroshi.access.TokenRoot;
import oroshi.access.TokenVerifier;
import oroshi.access.VerifiedToken;
import oroshi.basics.TenantId;

/** Verifies the tokens that this authority issued: signature, times, issuer, audience. */
@Component
class OwnTokens implements TokenVerifier {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final NimbusJwtDecoder decoder;
    private final Issuers issuers;

    OwnTokens(SigningKeys keys, Issuers issuers) {
        this.issuers = issuers;
        decoder = NimbusJwtDecoder.withJwkSource((selector, context) -> {
                    var selected = selector.select(keys.published());
                    if (!selected.isEmpty()) {
                        return selected;
                    }
                    keys.refresh();
                    return selector.select(keys.published());
                })
                .build();
        decoder.setJwtValidator(new JwtTimestampValidator(CLOCK_SKEW));
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        try {
            return read(decoder.decode(token));
        } catch (JwtException | IllegalArgumentException notGood) {
            return Optional.empty();
        }
    }

    /** The claims of a token that was verified before. */
    Map<String, Object> claims(String token) {
        return decoder.decode(token).getClaims();
    }

    private Optional<VerifiedToken> read(Jwt token) {
        var tenant = Objects.requireNonNullElse(token.getClaimAsString("tid"), "");
        var person = scopes(token).contains("user_impersonation");
        var root = root(token, person);
        if (root.isEmpty() || !issuers.isOurs(text(token, "iss", "iss"), tenant)) {
            return Optional.empty();
        }
        var application = text(token, "appid", "azp");
        return Optional.of(new VerifiedToken(
                TenantId.of(tenant),
                UUID.fromString(text(token, "oid", "sub")),
                UUID.fromString(application),
                text(token, "upn", "app_displayname"),
                person,
                strings(token, "amr").contains("mfa"),
                "partner".equals(token.getClaimAsString("token_use")),
                root.get(),
                Objects.requireNonNullElse(token.getExpiresAt(), Instant.EPOCH)));
    }

    /** What the token opens; of several audiences the one that opens most counts. */
    private static Optional<TokenRoot> root(Jwt token, boolean person) {
        return strings(token, "aud").stream()
                .flatMap(address -> Audience.of(address).stream())
                .flatMap(audience -> audience.root(person).stream())
                .min(Comparator.naturalOrder());
    }

    private static List<String> scopes(Jwt token) {
        var scopes = token.getClaimAsString("scp");
        return scopes == null ? List.of() : List.of(scopes.split(" "));
    }

    private static List<String> strings(Jwt token, String claim) {
        var values = token.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }

    private static String text(Jwt token, String claim, String otherwise) {
        @Nullable String value = token.getClaimAsString(claim);
        return value != null ? value : Objects.requireNonNullElse(token.getClaimAsString(otherwise), "");
    }
}
