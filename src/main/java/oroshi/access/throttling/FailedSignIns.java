package oroshi.access.throttling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Counts the sign-ins that failed lately, for each network they came from. Each node counts by itself. */
final class FailedSignIns {
    private static final int MOST = 100_000;

    private final Limit limit;
    private final TimeMeter time;
    private final Cache<Network, Bucket> left;

    FailedSignIns(Limit limit, TimeMeter time) {
        this.limit = limit;
        this.time = time;
        this.left = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(limit.period().multipliedBy(2))
                .build();
    }

    /** How long the network has to wait before its next attempt; zero when it need not. */
    Duration wait(Network network) {
        var bucket = left.getIfPresent(network);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    void add(Network network) {
        left.get(network, anyone -> bucket()).tryConsume(1);
    }

    /** They come back one by one, so that nobody has to wait for long. */
    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }
}
