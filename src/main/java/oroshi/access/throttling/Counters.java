package oroshi.access.throttling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** Counts the calls of everybody who called lately. Each node counts by itself. */
final class Counters {
    private static final int MOST = 10_000;

    private final ThrottlingSettings settings;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    Counters(ThrottlingSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        var longest = Arrays.stream(Throttled.values())
                .map(resource -> settings.of(resource).period())
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(longest.multipliedBy(2))
                .build();
    }

    /** Counts a call; how long to wait before the next one when this one is too much, else zero. */
    Duration count(Throttled resource, UUID caller, boolean writes) {
        var limit = settings.of(resource);
        var weight = writes ? Math.min(settings.writeWeight(), limit.requests()) : 1;
        var probe = buckets.get(new Key(resource, caller), key -> bucket(limit)).tryConsumeAndReturnRemaining(weight);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Full at the start of each period: what is turned away in one has no claim on the next. */
    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Key(Throttled resource, UUID caller) {}
}
