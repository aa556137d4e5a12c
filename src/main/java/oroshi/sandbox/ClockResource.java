package oroshi.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import oroshi.rest.Attributes;
import oroshi.rest.Links;
import oroshi.rest.WireTime;

/** The clock of a sandbox partner as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockResource(
        String id,
        String currentTime,
        String mode,
        String status,
        String createdDate,
        @Nullable AdvanceResource advance,
        Links links,
        Attributes attributes) {
    static ClockResource of(TestClock clock, String root) {
        return new ClockResource(
                clock.partnerId().toString(),
                WireTime.moment(clock.time()),
                clock.mode().wire(),
                clock.status(),
                WireTime.moment(clock.createdAt()),
                clock.latest().map(AdvanceResource::of).orElse(null),
                Links.self(root + "/" + clock.partnerId()),
                Attributes.of("Clock"));
    }

    /** The advance that runs, or was the last one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdvanceResource(
            String id,
            String from,
            String to,
            int percent,
            int steps,
            String requestedBy,
            String startedDate,
            @Nullable String endedDate) {
        static AdvanceResource of(Advance advance) {
            return new AdvanceResource(
                    advance.id().toString(),
                    WireTime.moment(advance.from()),
                    WireTime.moment(advance.target()),
                    advance.percent(),
                    advance.steps(),
                    advance.askedBy(),
                    WireTime.moment(advance.askedAt()),
                    advance.endedAt().map(WireTime::moment).orElse(null));
        }
    }

    /** What was done on the way, once. */
    record StepResource(String advanceId, int number, String dueDate, String work, int done, Attributes attributes) {
        static StepResource of(AdvanceStep step) {
            return new StepResource(
                    step.advanceId().toString(),
                    step.number(),
                    WireTime.moment(step.dueAt()),
                    step.work(),
                    step.done(),
                    Attributes.of("ClockStep"));
        }
    }
}
