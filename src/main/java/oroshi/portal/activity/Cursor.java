package oroshi.portal.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.activity.ActivityPosition;
import oroshi.activity.ActivityRecord;

/** A position in the log as an address carries it. */
final class Cursor {
    private Cursor() {}

    static String of(ActivityRecord activity) {
        return activity.occurredAt() + "_" + activity.recordId();
    }

    /** The position; empty, which is the first page, for anything that is none. */
    static Optional<ActivityPosition> parse(@Nullable String text) {
        if (text == null || text.indexOf('_') < 0) {
            return Optional.empty();
        }
        var parts = text.split("_", 2);
        try {
            return Optional.of(new ActivityPosition(Instant.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException noPosition) {
            return Optional.empty();
        }
    }
}
