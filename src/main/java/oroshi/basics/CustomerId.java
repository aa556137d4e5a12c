package oroshi.basics;

import java.util.UUID;

/** A customer, as every partner that serves it knows it: the id of the customer's directory. */
public record CustomerId(UUID value) {
    public static CustomerId of(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    public static CustomerId of(TenantId tenantId) {
        return new CustomerId(tenantId.value());
    }

    public TenantId tenantId() {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
