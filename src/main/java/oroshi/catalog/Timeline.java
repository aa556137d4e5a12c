package oroshi.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a price sheet is one of a month that is over, today's, or that of the next change. */
public enum Timeline {
    HISTORY,
    CURRENT,
    FUTURE;

    /** Reads the word of the wire in any letter case. */
    static Optional<Timeline> find(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(timeline -> timeline.name().equals(word))
                .findFirst();
    }

    /** The word of the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
