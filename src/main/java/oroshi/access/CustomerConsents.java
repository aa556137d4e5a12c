package oroshi.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;

/** What partners let applications do in the tenants of their customers; whoever keeps the consents answers. */
public interface CustomerConsents {
    /**
     * The permissions that the application may use in the customer's tenant, by the id of the API; none when nobody
     * consented, empty when the partner does not administer that tenant.
     */
    Optional<Map<UUID, Set<String>>> find(PartnerId partnerId, TenantId tenantId, UUID applicationId);
}
