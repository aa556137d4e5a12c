package oroshi.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** Who waits on this node until a clock has arrived. */
@Component
class Awaited {
    private final ConcurrentHashMap<PartnerId, CompletableFuture<Boolean>> arrivals = new ConcurrentHashMap<>();

    /** Tells everybody who waits for the partner's clock that it has stopped moving. */
    void tell(PartnerId partnerId) {
        var arrival = arrivals.remove(partnerId);
        if (arrival != null) {
            arrival.complete(true);
        }
    }

    /** Waits until somebody tells, but no longer than that. */
    void await(PartnerId partnerId, Duration longest) {
        try {
            arrivals.computeIfAbsent(partnerId, moving -> new CompletableFuture<>())
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            // Whoever waits looks again.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
