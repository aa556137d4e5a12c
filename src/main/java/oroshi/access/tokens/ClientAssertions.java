package oroshi.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.AccessSettings;
import oroshi.database.Vault;

/** Recognises an application by an assertion that it signed with the key of one of its certificates. */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    private final CertificateTable table;
    private final AssertionAudiences audiences;
    private final AccessSettings settings;
    private final Vault vault;
    private final TransactionTemplate transactions;

    ClientAssertions(
            CertificateTable table,
            AssertionAudiences audiences,
            AccessSettings settings,
            Vault vault,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.audiences = audiences;
        this.settings = settings;
        this.vault = vault;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return text -> accept(UUID.fromString(client.getClientId()), text);
    }

    private Jwt accept(UUID application, String text) {
        var now = Instant.now();
        try {
            var assertion = SignedJWT.parse(text);
            requireSignature(application, assertion, now);
            var claims = assertion.getJWTClaimsSet();
            requireRightful(application, claims, now);
            requireFirstTime(application, claims, text, now);
            return Jwt.withTokenValue(text)
                    .header("alg", assertion.getHeader().getAlgorithm().getName())
                    .subject(claims.getSubject())
                    .expiresAt(claims.getExpirationTime().toInstant())
                    .build();
        } catch (ParseException unreadable) {
            throw AuthorityError.ASSERTION_MALFORMED.with("it is no signed token");
        }
    }

    private void requireSignature(UUID application, SignedJWT assertion, Instant now) {
        var header = assertion.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw AuthorityError.ASSERTION_MALFORMED.with("it must be signed by RS256 or PS256");
        }
        var certificate = certificate(application, header);
        if (certificate.expiresAt().isBefore(now) || certificate.startsAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw AuthorityError.ASSERTION_SIGNATURE.with("the certificate does not count at this time");
        }
        if (!isSigned(assertion, certificate)) {
            throw AuthorityError.ASSERTION_SIGNATURE.with("it was not made with the certificate's key");
        }
    }

    @SuppressWarnings("deprecation") // most clients name the certificate by the older thumbprint
    private ApplicationCertificate certificate(UUID application, JWSHeader header) {
        var sha1 = header.getX509CertThumbprint();
        var sha256 = header.getX509CertSHA256Thumbprint();
        var name = sha256 != null ? sha256.toString() : sha1 != null ? sha1.toString() : header.getKeyID();
        return table.list(application).stream()
                .filter(certificate -> certificate.isNamed(name))
                .findFirst()
                .orElseThrow(() -> AuthorityError.ASSERTION_SIGNATURE.with("the application has no such certificate"));
    }

    private static boolean isSigned(SignedJWT assertion, ApplicationCertificate certificate) {
        try {
            return assertion.verify(new RSASSAVerifier(certificate.key()));
        } catch (JOSEException notVerifiable) {
            return false;
        }
    }

    private void requireRightful(UUID application, JWTClaimsSet claims, Instant now) {
        if (!application.toString().equalsIgnoreCase(claims.getSubject())) {
            throw AuthorityError.ASSERTION_SUBJECT.with();
        }
        if (!Objects.equals(claims.getSubject(), claims.getIssuer())) {
            throw AuthorityError.ASSERTION_ISSUER.with();
        }
        if (claims.getAudience().stream().noneMatch(audiences::isMeant)) {
            throw AuthorityError.ASSERTION_AUDIENCE.with();
        }
        var from = instant(claims.getNotBeforeTime());
        var until = instant(claims.getExpirationTime());
        var started = from == null || !from.isAfter(now.plus(CLOCK_SKEW));
        if (until == null || !started || until.isBefore(now.minus(CLOCK_SKEW))) {
            throw AuthorityError.ASSERTION_TIME.with(String.valueOf(from), String.valueOf(until));
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** The answer is kept whatever becomes of the request: an assertion that was shown is used up. */
    private void requireFirstTime(UUID application, JWTClaimsSet claims, String text, Instant now) {
        if (!settings.assertionsOnce()) {
            return;
        }
        var hash = vault.mark(Objects.requireNonNullElse(claims.getJWTID(), text));
        var until = claims.getExpirationTime().toInstant().plus(CLOCK_SKEW);
        var first = transactions.execute(status -> {
            table.forgetExpired(application, now);
            return table.noteShown(application, hash, until);
        });
        if (!Boolean.TRUE.equals(first)) {
            throw AuthorityError.ASSERTION_SHOWN.with();
        }
    }
}
