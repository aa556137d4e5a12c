package oroshi.access.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oroshi.access.throttling.ThrottlingSettings.Given;
import oroshi.access.throttling.ThrottlingSettings.Limits;

/** Each period has its number of calls, whoever makes them at once, and the next one begins anew. */
class CountersTest {
    private static final UUID CALLER = UUID.randomUUID();

    private final AtomicLong now = new AtomicLong();
    private final Counters counters = new Counters(published(Map.of()), new Hand(now));

    private static ThrottlingSettings published(Map<Throttled, Given> resources) {
        return new ThrottlingSettings(Limits.PUBLISHED, 2, resources, new Given(null, null));
    }

    @Test
    void turnsAwayUntilThePeriodIsOver() {
        assertThat(admitted(499)).isEqualTo(499);
        pass(Duration.ofSeconds(37));
        assertThat(read()).isZero();
        assertThat(read()).isEqualTo(Duration.ofSeconds(23));
        assertThat(read()).as("what is turned away does not wait longer").isEqualTo(Duration.ofSeconds(23));
        pass(Duration.ofSeconds(23));
        assertThat(admitted(501)).isEqualTo(500);
    }

    @Test
    void countsChangesTwiceAndEveryCallerAndResourceForItself() {
        assertThat(IntStream.range(0, 300)
                        .filter(call -> counters.count(Throttled.CUSTOMERS, CALLER, true)
                                .isZero())
                        .count())
                .isEqualTo(250);
        assertThat(read()).isPositive();
        assertThat(counters.count(Throttled.CUSTOMERS, UUID.randomUUID(), true)).isZero();
        assertThat(counters.count(Throttled.ORDERS, CALLER, true)).isZero();
    }

    @Test
    void admitsExactlyTheLimitOfThoseWhoCallAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 2_000)
                    .mapToObj(call -> (Callable<Boolean>) () -> read().isZero())
                    .toList();
            var answers = threads.invokeAll(calls);
            assertThat(answers.stream().filter(call -> call.resultNow()).count())
                    .isEqualTo(500);
        }
    }

    @Test
    void takesOtherNumbersFromTheSettings() {
        var given = published(Map.of(Throttled.ORDERS, new Given(3, null)));
        assertThat(given.of(Throttled.ORDERS)).isEqualTo(Limit.perMinute(3));
        assertThat(given.of(Throttled.CUSTOMERS)).isEqualTo(Limit.perMinute(500));
        assertThat(new ThrottlingSettings(Limits.GENEROUS, 2, Map.of(), new Given(null, null)).of(Throttled.CUSTOMERS))
                .isEqualTo(Limit.perMinute(60_000));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/customers,                         CUSTOMERS
            /v1/Customers/3d82f6b7,                CUSTOMERS
            /v1/customers/3d82f6b7/orders,         ORDERS
            /v1/customers/3d82f6b7/carts/1/checkout, ORDERS
            /v1/customers/3d82f6b7/subscriptions/1/upgrades, SUBSCRIPTIONS
            /v1/productupgrades/eligibility,       SUBSCRIPTIONS
            /v1/customers/3d82f6b7/applicationconsents, APPLICATION_CONSENTS
            /v1/customers/3d82f6b7/users,
            /v1/profiles/legalbusiness,
            /customers,
            """)
    void knowsWhatIsCounted(String address, @Nullable Throttled resource) {
        assertThat(Throttled.at(address)).isEqualTo(Optional.ofNullable(resource));
    }

    private Duration read() {
        return counters.count(Throttled.CUSTOMERS, CALLER, false);
    }

    private long admitted(int calls) {
        return IntStream.range(0, calls).filter(call -> read().isZero()).count();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** A clock that moves when it is told to. */
    private record Hand(AtomicLong nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
