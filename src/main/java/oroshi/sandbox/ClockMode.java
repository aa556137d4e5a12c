package oroshi.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a clock goes on by itself between two advances. */
public enum ClockMode {
    RUNNING,
    STOPPED;

    /** The word of the API, such as {@code stopped}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ClockMode> find(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.wire().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
