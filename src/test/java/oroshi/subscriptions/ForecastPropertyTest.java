package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;

/** What a preview says is what the change then charges, and what the renewals after it charge. */
@OroshiTest
@Isolated("stops the jobs of all partners")
class ForecastPropertyTest {
    private static final String BASIC = "CFQ7TTC0LH18:0001";
    private static final List<NewOrderLine> LINES = List.of(
            NewOrderLine.of(BASIC, 12, BillingCycle.MONTHLY).withTerm(Term.ONE_MONTH),
            NewOrderLine.of(BASIC, 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR),
            NewOrderLine.of(BASIC, 12, BillingCycle.ANNUAL).withTerm(Term.ONE_YEAR),
            NewOrderLine.of(BASIC, 12, BillingCycle.MONTHLY).withTerm(Term.THREE_YEARS),
            NewOrderLine.of(BASIC, 12, BillingCycle.TRIENNIAL).withTerm(Term.THREE_YEARS),
            NewOrderLine.of("ENT-3", 12, BillingCycle.MONTHLY),
            NewOrderLine.of("ENT-3", 12, BillingCycle.ANNUAL));

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private RenewalRun run;

    @Autowired
    private Clocks clocks;

    @Autowired
    @Qualifier("jobScheduler")
    private SmartLifecycle jobs;

    /** Time passes when the test says so. */
    @BeforeEach
    void keepOthersFromRunning() {
        jobs.stop();
    }

    @AfterEach
    void letOthersRun() {
        jobs.start();
    }

    @Test
    void foretellsWhatAnyChangeCharges() {
        var seed = Long.getLong("oroshi.seed", System.nanoTime());
        var random = new Random(seed);
        for (var line : LINES) {
            for (var round = 0; round < 2; round++) {
                new Life(line, random, "seed " + seed).live();
            }
        }
    }

    /** A subscription to which anything happens, each time after a look at what it would cost. */
    private final class Life {
        private final Person person;
        private final CustomerId customer;
        private final SubscriptionId id;
        private final Random random;
        private final String story;
        private Instant now;

        private Life(NewOrderLine line, Random random, String story) {
            this.now = Shop.LATER.plus(Duration.ofDays(random.nextInt(40)));
            this.person = counter.partner(PartnerType.DIRECT_BILL, now);
            this.customer = counter.customer(person);
            this.id = counter.sold(person, customer, line).id();
            this.random = random;
            this.story = story + ", " + line.itemId() + " " + line.billingCycle();
        }

        void live() {
            for (var move = 0; move < 6; move++) {
                now = now.plus(Duration.ofHours(random.nextInt(60)));
                clocks.passTo(person.partnerId(), now);
                change(any());
            }
            letTimePass();
        }

        private SubscriptionChange any() {
            var none = SubscriptionChange.none();
            return switch (random.nextInt(8)) {
                case 0 -> none.withStatus(SubscriptionStatus.SUSPENDED);
                case 1 -> none.withStatus(SubscriptionStatus.ACTIVE);
                case 2 -> none.withRenewal(random.nextBoolean());
                case 3 -> random.nextInt(4) == 0 ? none.withStatus(SubscriptionStatus.DELETED) : none;
                default -> none.withQuantity(1 + random.nextInt(30));
            };
        }

        private void change(SubscriptionChange wish) {
            var before = charges().size();
            var foretold = told(() -> shown(subscriptions
                    .preview(person.partnerId(), customer, id, wish)
                    .now()));
            assertThat(charges()).as(story).hasSize(before);
            var charged = told(() -> {
                subscriptions.update(person.partnerId(), customer, id, wish);
                return shown(charges().subList(before, charges().size()));
            });
            assertThat(foretold).as(story + ": " + wish).isEqualTo(charged);
        }

        /** Until the end of the term after the next but one. */
        private void letTimePass() {
            var forecast =
                    told(() -> subscriptions.preview(person.partnerId(), customer, id, SubscriptionChange.none()));
            if (!(forecast instanceof Forecast ahead)) {
                return;
            }
            var before = charges().size();
            var expected = Stream.concat(
                            ahead.rest().stream(),
                            ahead.renewals().stream()
                                    .flatMap(one -> Stream.concat(one.first().stream(), one.rest().stream())))
                    .toList();
            var last = expected.stream()
                    .map(ChargeFact::from)
                    .max(LocalDate::compareTo)
                    .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
            clocks.passTo(person.partnerId(), last.atTime(1, 0).toInstant(ZoneOffset.UTC));
            PartnerScope.run(person.partnerId(), () -> run.runDue(person.partnerId()));
            assertThat(shown(charges().subList(before, charges().size())))
                    .as(story)
                    .isEqualTo(shown(expected));
        }

        private List<ChargeFact> charges() {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), id));
        }

        private Object told(Supplier<Object> work) {
            try {
                return PartnerScope.call(person.partnerId(), work);
            } catch (Refusal refusal) {
                return refusal.reason() + " " + refusal.arguments();
            }
        }
    }

    /** The charges without their ids, and without the moment at which they were written down. */
    private static List<String> shown(List<ChargeFact> facts) {
        var shown = new ArrayList<String>();
        var events = new ArrayList<>();
        for (var fact : facts) {
            if (!events.contains(fact.referenceId())) {
                events.add(fact.referenceId());
            }
            shown.add(String.join(
                    " ",
                    fact.reason().name(),
                    "event " + events.indexOf(fact.referenceId()),
                    String.valueOf(fact.quantity()),
                    fact.from().toString(),
                    fact.to().map(LocalDate::toString).orElse("ever"),
                    String.valueOf(fact.cycleDays()),
                    fact.unitPrice().toString(),
                    fact.amount().toString(),
                    fact.termStartsOn().toString(),
                    fact.reseller()));
        }
        return shown;
    }
}
