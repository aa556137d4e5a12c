package oroshi.basics;

import java.util.UUID;

/** One subscription of a customer with a partner. */
public record SubscriptionId(UUID value) {
    public static SubscriptionId next() {
        return new SubscriptionId(Ids.next());
    }

    public static SubscriptionId of(String text) {
        return new SubscriptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
