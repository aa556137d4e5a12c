package oroshi.customers;

import oroshi.basics.Refusal;
import oroshi.basics.Typed;

/** A word by which a partner groups its customers: 1 to 50 characters. */
public record Tag(String value) implements Comparable<Tag> {
    private static final int LONGEST = 50;

    /** The tag that was typed, normalised; refuses one that is empty or too long. */
    public static Tag parse(String typed) {
        var text = Typed.name(typed);
        if (text.isEmpty() || Typed.length(text) > LONGEST || Typed.hasControlCharacter(text)) {
            throw Refusal.of("tags", CustomerRefusal.TAG_LENGTH);
        }
        return new Tag(text);
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
