package oroshi.access;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * The person whom a session belongs to. Roles are not in it: they are looked up at each request.
 *
 * @param name the sign-in name
 * @param secondFactor whether the person proved a second factor when signing in
 */
public record SignedIn(UUID tenant, UUID user, String name, boolean secondFactor)
        implements AuthenticatedPrincipal, Serializable {
    private static final long serialVersionUID = 1L;

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    public UserId userId() {
        return new UserId(user);
    }

    @Override
    public String getName() {
        return name;
    }
}
