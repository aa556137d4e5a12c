package oroshi.relationships;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * What a customer may buy by itself, at the expense of the partner that grants it.
 *
 * @param version changes with every edit
 */
public record SelfServePolicy(
        PartnerId grantor, CustomerId customerId, Set<SelfServePermission> permissions, UUID version) {
    public SelfServePolicy {
        permissions = Set.copyOf(permissions);
    }

    /** The permissions in their order. */
    public Set<SelfServePermission> ordered() {
        return new TreeSet<>(permissions);
    }
}
