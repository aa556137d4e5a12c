package oroshi.access.tokens;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.TenantId;

/**
 * An application that may ask for tokens.
 *
 * @param owner the tenant that registered it; empty for one that everybody knows
 * @param multiTenant whether other tenants may use it, once they consented
 * @param publicClient whether it runs where it can keep no secret
 * @param secretHashes of the secrets that still count
 */
public record Application(
        UUID id,
        Optional<TenantId> owner,
        String displayName,
        boolean multiTenant,
        boolean publicClient,
        List<String> redirectUris,
        List<String> secretHashes) {
    public Application {
        redirectUris = List.copyOf(redirectUris);
        secretHashes = List.copyOf(secretHashes);
    }

    boolean belongsTo(TenantId tenantId) {
        return owner.filter(tenantId::equals).isPresent();
    }
}
