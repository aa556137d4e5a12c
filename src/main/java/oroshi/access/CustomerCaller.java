package oroshi.access;

import java.util.Optional;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** A person of a customer who is signed in to the customer portal. */
public record CustomerCaller(TenantId tenantId, UserId userId, String name, boolean globalAdmin) {
    static final ScopedValue<CustomerCaller> CURRENT = ScopedValue.newInstance();

    /** The person behind the present request of the customer portal; empty elsewhere. */
    public static Optional<CustomerCaller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
