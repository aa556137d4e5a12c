package oroshi.sandbox;

import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.Fields;
import oroshi.rest.RestRefusal;

/** What a caller sends to make or move a clock; anything may be missing. */
record ClockRequest(
        @Nullable String mode,
        @Nullable String to,
        @Nullable String by) {
    ClockMode toMode() {
        return mode == null
                ? ClockMode.RUNNING
                : ClockMode.find(mode)
                        .orElseThrow(() -> Refusal.of("mode", RestRefusal.INVALID_VALUE, "use running or stopped"));
    }

    Leap toLeap() {
        if (to != null && by != null) {
            throw Refusal.because(ClockRefusal.ONE_OF_BOTH);
        }
        return by == null ? Leap.to(Fields.requiredText("to", to)) : Leap.by(by);
    }
}
