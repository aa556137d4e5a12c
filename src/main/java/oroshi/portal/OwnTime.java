package oroshi.portal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.clock.Clocks;
import oroshi.sandbox.TestClocks;

/** Tells a visitor that the time of its sandbox is not the real one. */
@Component
class OwnTime {
    private final TestClocks testClocks;
    private final Clocks clocks;

    OwnTime(TestClocks testClocks, Clocks clocks) {
        this.testClocks = testClocks;
        this.clocks = clocks;
    }

    /** What the clock of the visitor's partner shows; empty where it shows the real time. */
    Optional<Instant> of(@Nullable Visitor visitor) {
        return visitor == null || visitor.caller() == null
                ? Optional.empty()
                : Optional.of(visitor.caller().partnerId())
                        .filter(partnerId -> testClocks.isFor(partnerId) && clocks.isMoved(partnerId))
                        .map(partnerId -> clocks.of(partnerId).instant());
    }
}
