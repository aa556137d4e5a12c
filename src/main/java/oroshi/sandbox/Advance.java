package oroshi.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.PartnerId;

/**
 * One move of a clock.
 *
 * @param reached everything that fell due up to then has been done
 * @param steps how often something was done on the way
 * @param askedAt in real time, as is {@code endedAt}
 */
public record Advance(
        PartnerId partnerId,
        UUID id,
        Instant from,
        Instant target,
        Instant reached,
        State state,
        int steps,
        String askedBy,
        Instant askedAt,
        Optional<Instant> endedAt) {
    /** How far it is. */
    public enum State {
        ADVANCING,
        DONE,
        /** Something on the way broke off; the clock stands where that was due. */
        FAILED
    }

    public boolean isUnderWay() {
        return state == State.ADVANCING;
    }

    /** How much of the time has passed, in whole percent; a hundred only at the end. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        var whole = Duration.between(from, target).toMillis();
        var passed = Duration.between(from, reached).toMillis();
        return whole == 0 ? 0 : (int) Math.min(99, passed * 100 / whole);
    }
}
