package oroshi.access.tokens;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import oroshi.access.SignedIn;

/**
 * A sign-in for a device without a browser, which a person confirms at another one; its codes are known by their hashes.
 *
 * @param openIdScopes what the application wants to know of the person
 * @param person who confirmed; empty before
 */
record DeviceSignIn(
        String deviceHash,
        UUID applicationId,
        Audience audience,
        Set<String> openIdScopes,
        Instant expiresAt,
        Optional<Instant> polledAt,
        State state,
        Optional<SignedIn> person) {
    DeviceSignIn {
        openIdScopes = Set.copyOf(openIdScopes);
    }

    /** What the person has answered. */
    enum State {
        WAITING,
        ACCEPTED,
        DECLINED
    }

    boolean isOver(Instant now) {
        return expiresAt.isBefore(now);
    }
}
