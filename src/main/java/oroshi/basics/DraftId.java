package oroshi.basics;

import java.util.UUID;

/** One draft of a new customer: the id that makes its submit happen once. */
public record DraftId(UUID value) {
    public static DraftId next() {
        return new DraftId(Ids.next());
    }

    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
