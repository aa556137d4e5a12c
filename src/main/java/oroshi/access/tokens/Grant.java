package oroshi.access.tokens;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.access.SignedIn;

/** A person's permission for an application as it is stored; its secrets are hashes. */
record Grant(
        UUID id,
        UUID applicationId,
        String grantType,
        SignedIn person,
        Set<String> scopes,
        Asked asked,
        @Nullable String stateHash,
        @Nullable Code code) {
    Grant {
        scopes = Set.copyOf(scopes);
    }

    /** What the authorize endpoint was asked; all empty when it was not involved. */
    record Asked(
            String uri,
            @Nullable String redirectUri,
            Set<String> scopes,
            @Nullable String state,
            Map<String, String> more) {
        Asked {
            scopes = Set.copyOf(scopes);
            more = Map.copyOf(more);
        }
    }

    /** The code under way. */
    record Code(String hash, Instant issuedAt, Instant expiresAt, boolean used) {}

    /** When a refresh token came and goes. */
    record Refresh(String hash, Instant issuedAt, Instant expiresAt) {}
}
