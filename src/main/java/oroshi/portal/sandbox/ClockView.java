package oroshi.portal.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oroshi.portal.Paging;
import oroshi.portal.Tone;
import oroshi.sandbox.AdvanceStep;
import oroshi.sandbox.TestClock;

/**
 * What the page shows of a clock.
 *
 * @param clock empty until the partner has one
 * @param realTime for comparison
 * @param steps what was done on the way, the latest first
 */
public record ClockView(Optional<TestClock> clock, Instant realTime, List<AdvanceStep> steps, Paging paging) {
    static final int PAGE = 20;

    public boolean isAdvancing() {
        return clock.filter(TestClock::isAdvancing).isPresent();
    }

    /** Whether real time has caught up, so that the clock can be given up. */
    public boolean mayBeGivenUp() {
        return clock.filter(own -> !own.isAdvancing() && !own.time().isAfter(realTime))
                .isPresent();
    }

    public Tone tone() {
        return switch (clock.map(TestClock::status).orElse("")) {
            case "advancing" -> Tone.INFO;
            case "failed" -> Tone.DANGER;
            default -> Tone.SUCCESS;
        };
    }
}
