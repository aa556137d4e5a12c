package oroshi.basics;

import java.util.UUID;

/** One cart: what a partner is about to order for a customer. */
public record CartId(UUID value) {
    public static CartId next() {
        return new CartId(Ids.next());
    }

    public static CartId of(String text) {
        return new CartId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
