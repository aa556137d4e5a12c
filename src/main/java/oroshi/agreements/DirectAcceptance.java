package oroshi.agreements;

import java.time.Instant;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** A customer's global admin accepted in the customer portal; it counts for every partner of the customer. */
public record DirectAcceptance(
        TenantId tenantId,
        AgreementTemplate template,
        String language,
        UserId userId,
        String userName,
        String address,
        Instant acceptedAt) {}
