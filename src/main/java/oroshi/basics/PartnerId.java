package oroshi.basics;

import java.util.UUID;

/** A partner of the programme: direct-bill partner, indirect provider or indirect reseller. It is the id of the partner's own directory. */
public record PartnerId(UUID value) {
    public static PartnerId of(String text) {
        return new PartnerId(UUID.fromString(text));
    }

    public static PartnerId of(TenantId tenantId) {
        return new PartnerId(tenantId.value());
    }

    public TenantId tenantId() {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
