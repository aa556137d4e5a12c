package oroshi.access;

import java.util.Optional;

/** Reads the access tokens that this service issued. */
public interface TokenVerifier {
    /** What the token says; empty when it is not ours, not for this API, not yet or no longer good. */
    Optional<VerifiedToken> verify(String token);
}
