package oroshi.sandbox;

import java.time.Duration;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** How long a caller is ready to wait for an answer. */
final class Waiting {
    private static final int LONGEST = 60;

    private Waiting() {}

    static Duration of(int seconds) {
        if (seconds < 0 || seconds > LONGEST) {
            throw Refusal.of("wait", RestRefusal.INVALID_PARAMETER, "use 0 to " + LONGEST + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
