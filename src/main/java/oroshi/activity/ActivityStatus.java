package oroshi.activity;

import java.util.Locale;

/** How a recorded change ended. */
public enum ActivityStatus {
    SUCCEEDED,
    FAILED,
    PROGRESS;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ActivityStatus of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
