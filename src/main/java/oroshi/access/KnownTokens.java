package oroshi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tokens that were verified and still count: verifying a signature on every call costs more than the call. */
@Component
class KnownTokens {
    private static final int MOST = 20_000;

    private final TokenVerifier verifier;
    private final Cache<String, VerifiedToken> cache = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, VerifiedToken>creating(
                    (digest, token) -> Duration.between(Instant.now(), token.expiresAt())))
            .build();

    KnownTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    Optional<VerifiedToken> verify(String token) {
        var digest = digest(token);
        var known = cache.getIfPresent(digest);
        if (known != null) {
            return Optional.of(known).filter(verified -> verified.expiresAt().isAfter(Instant.now()));
        }
        var verified = verifier.verify(token);
        verified.ifPresent(good -> cache.put(digest, good));
        return verified;
    }

    private static String digest(String token) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
