package oroshi.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of customer that an item and its price are made for. */
public enum Segment {
    COMMERCIAL("commercial"),
    EDUCATION("education"),
    GOVERNMENT("government"),
    NONPROFIT("nonprofit");

    private final String wire;

    Segment(String wire) {
        this.wire = wire;
    }

    /** The word the wire has for it. */
    public String wire() {
        return wire;
    }

    /** Reads a segment in any letter case and with underscores; price files call nonprofit {@code Charity}. */
    public static Optional<Segment> find(String text) {
        var word = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
        if (word.equals("charity")) {
            return Optional.of(NONPROFIT);
        }
        return Arrays.stream(values())
                .filter(segment -> segment.wire.equals(word))
                .findFirst();
    }
}
