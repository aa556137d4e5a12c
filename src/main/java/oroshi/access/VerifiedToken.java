package oroshi.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * What a token says, after its signature, issuer, audience and times were found good.
 *
 * @param objectId the person, or the application's service principal when there is no person
 * @param person whether a person stands behind the application
 * @param multiFactor whether the person proved a second factor for this token
 * @param partnerToken whether it is one that old clients got in exchange
 * @param root the addresses that it opens
 */
public record VerifiedToken(
        TenantId tenantId,
        UUID objectId,
        UUID applicationId,
        String name,
        boolean person,
        boolean multiFactor,
        boolean partnerToken,
        TokenRoot root,
        Instant expiresAt)
        implements AuthenticatedPrincipal {
    /** Who calls through what, whichever of its tokens is used: a fresh one does not make a repetition another call. */
    @Override
    public String getName() {
        return tenantId + "/" + objectId + "/" + applicationId;
    }

    Optional<UserId> userId() {
        return person ? Optional.of(new UserId(objectId)) : Optional.empty();
    }
}
