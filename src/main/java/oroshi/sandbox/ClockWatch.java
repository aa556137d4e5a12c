package oroshi.sandbox;

import java.time.Duration;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** Lets a caller wait until its clock has arrived. No transaction is open meanwhile. */
@Component
class ClockWatch {
    /** How long the arrival on another node may go unnoticed. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final TestClocks clocks;
    private final Awaited awaited;

    ClockWatch(TestClocks clocks, Awaited awaited) {
        this.clocks = clocks;
        this.awaited = awaited;
    }

    /** The clock once it has stopped moving, or as it is when that takes longer. */
    TestClock await(PartnerId partnerId, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        var clock = clocks.get(partnerId);
        while (clock.isAdvancing() && System.nanoTime() < end) {
            var left = Duration.ofNanos(end - System.nanoTime());
            awaited.await(partnerId, left.compareTo(LOOK) < 0 ? left : LOOK);
            clock = clocks.get(partnerId);
        }
        return clock;
    }
}
