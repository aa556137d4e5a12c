package oroshi.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Migrations that begin while the charges of the same subscriptions are being written. */
@OroshiTest
class MigrationRaceTest {
    private static final int ROUNDS = 10;
    private static final Instant BOUGHT = Instant.parse("2025-02-11T09:00:00Z");

    @Autowired
    private Counter counter;

    @Autowired
    private Migrations migrations;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private List<DueWork> dueWork;

    @Autowired
    private Clocks clocks;

    private Person person;

    /** A base and its add-ons, the base first: the only things that their customer has. */
    private record Bundle(CustomerId customer, List<SubscriptionId> ids) {
        MigrationWish wish() {
            var addOns = ids.subList(1, ids.size()).reversed();
            return MigrationWish.asIs(ids.getFirst())
                    .withAddOns(addOns.stream().map(MigrationWish::asIs).toList());
        }
    }

    @BeforeEach
    void open() {
        person = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
    }

    @Test
    @DisplayName(
            "bundles that leave on the day of their charges neither meet the renewal run nor each other in a deadlock")
    void livesBesideTheRenewalRun() throws Exception {
        var bundles =
                IntStream.range(0, 2 * ROUNDS).mapToObj(number -> bundle()).toList();
        var begun = new ArrayList<Migration>();
        for (var round = 0; round < ROUNDS; round++) {
            var month = Instant.parse("20%d-%02d-11T09:00:00Z".formatted(25 + (round + 3) / 12, (round + 3) % 12 + 1));
            clocks.stopAt(person.partnerId(), month);
            begun.addAll(race(bundles.get(2 * round), bundles.get(2 * round + 1)));
        }
        assertThat(begun).hasSize(2 * ROUNDS);
        assertThat(begun).allSatisfy(one -> assertThat(ended(one).status()).isEqualTo(MigrationStatus.COMPLETED));
        for (var number = 0; number < bundles.size(); number++) {
            // 2180 a license and month, of ten; of the month that has just begun nothing is left
            var months = number / 2 + 2;
            assertThat(charged(bundles.get(number).ids().getFirst()))
                    .as("bundle " + number)
                    .isEqualByComparingTo(BigDecimal.valueOf(21_800L * months));
        }
    }

    private Bundle bundle() {
        var customer = counter.customer(person);
        var ids = Stream.of("ENT-3", "ADD-PHONE", "ADD-PHONE")
                .map(offer -> counter.sold(person, customer, NewOrderLine.of(offer, 10, BillingCycle.MONTHLY)))
                .map(Subscription::id)
                .toList();
        return new Bundle(customer, ids);
    }

    /** Two bundles leave while everything is charged. */
    private List<Migration> race(Bundle one, Bundle other) throws Exception {
        var start = new CyclicBarrier(3);
        var renewals = dueWork.stream()
                .filter(work -> work.name().equals("subscriptions"))
                .findFirst()
                .orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var charging = threads.submit(() -> {
                start.await();
                return PartnerScope.call(person.partnerId(), () -> renewals.runDue(person.partnerId()));
            });
            var first = threads.submit(leaving(start, one));
            var second = threads.submit(leaving(start, other));
            charging.get();
            return List.of(first.get(), second.get());
        }
    }

    private Callable<Migration> leaving(CyclicBarrier start, Bundle bundle) {
        var partner = person.partnerId();
        return () -> {
            start.await();
            return PartnerScope.call(
                    partner,
                    () -> migrations.begin(partner, bundle.customer(), bundle.wish(), "", person.signInName()));
        };
    }

    private Migration ended(Migration begun) {
        var found = begun;
        for (var look = 0; look < 300 && found.status() == MigrationStatus.PROCESSING; look++) {
            LockSupport.parkNanos(20_000_000);
            found = PartnerScope.call(
                    begun.partnerId(),
                    () -> migrations.get(
                            begun.partnerId(), begun.customerId(), begun.id().toString()));
        }
        return found;
    }

    private BigDecimal charged(SubscriptionId id) {
        return PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), id)).stream()
                .map(fact -> fact.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
