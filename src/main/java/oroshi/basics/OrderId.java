package oroshi.basics;

import java.util.UUID;

/** One order that a partner placed for a customer. */
public record OrderId(UUID value) {
    public static OrderId next() {
        return new OrderId(Ids.next());
    }

    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
