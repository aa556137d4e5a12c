package oroshi.basics;

import java.util.UUID;

/** A user of a directory, of a partner or of a customer: the object id that tokens and the user API carry. */
public record UserId(UUID value) {
    public static UserId next() {
        return new UserId(Ids.next());
    }

    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
