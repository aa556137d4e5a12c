package oroshi.basics;

import java.util.UUID;

/** A directory: of a partner or of a customer. It is global and outlives every relationship. */
public record TenantId(UUID value) {
    public static TenantId next() {
        return new TenantId(Ids.next());
    }

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
