package oroshi.sandbox;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.PartnerId;

/**
 * The clock of a sandbox partner.
 *
 * @param time what it shows
 * @param createdAt in real time
 * @param latest the advance that runs, or was the last one
 */
public record TestClock(
        PartnerId partnerId, ClockMode mode, Instant time, Instant createdAt, Optional<Advance> latest) {
    public boolean isAdvancing() {
        return latest.filter(Advance::isUnderWay).isPresent();
    }

    /** The word of the API: {@code ready}, {@code advancing} or {@code failed}. */
    public String status() {
        return latest.map(Advance::state)
                .map(state -> switch (state) {
                    case ADVANCING -> "advancing";
                    case DONE -> "ready";
                    case FAILED -> "failed";
                })
                .orElse("ready");
    }
}
