package oroshi.clock;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.PartnerId;

/**
 * What falls due at a moment of a partner's time. In real time the job scheduler sees to it; when the clock of a sandbox
 * partner is moved, it is done on the way, at its moment. It may be repeated and run at once with itself: what was done
 * before is not done again.
 */
public interface DueWork {
    /** What the clock's history calls it. */
    String name();

    /**
     * The earliest moment at which there is something to do; one that has passed when something waits already.
     *
     * @param done up to when everything has been done
     */
    Optional<Instant> nextDue(PartnerId partnerId, Instant done);

    /** Does everything that is due by the partner's clock, and says how much that was. */
    int runDue(PartnerId partnerId);
}
