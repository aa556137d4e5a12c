package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;

/**
 * Whatever partners do with classic offers, and in whatever order: what is forbidden is refused, and the facts add up to what
 * is charged. {@link LifecyclePropertyTest} does the same for new commerce.
 */
@OroshiTest
class SubscriptionMovesPropertyTest {
    private static final int BOUGHT = 10;
    private static final NewOrderLine CLASSIC = NewOrderLine.of("ENT-3", BOUGHT, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Clocks clocks;

    /** One thing that somebody tries; zero seats stand for a change of state. */
    record Move(int hoursLater, int seats, SubscriptionStatus status) {}

    @BeforeProperty
    void wire() throws Exception {
        new TestContextManager(SubscriptionMovesPropertyTest.class).prepareTestInstance(this);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void keepsToTheRulesOfClassicOffers(@ForAll("moves") List<Move> moves) {
        play(new Model(), moves);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var hours = Arbitraries.integers().between(0, 60);
        var seats = Arbitraries.integers()
                .between(1, 20)
                .flatMap(wanted -> hours.map(later -> new Move(later, wanted, SubscriptionStatus.ACTIVE)));
        var states = Arbitraries.of(SubscriptionStatus.SUSPENDED, SubscriptionStatus.ACTIVE, SubscriptionStatus.DELETED)
                .flatMap(next -> hours.map(later -> new Move(later, 0, next)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, seats), net.jqwik.api.Tuple.of(1, states))
                .list()
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    private void play(Model model, List<Move> moves) {
        var begin = Shop.EXAMPLES;
        var person = counter.partner(PartnerType.DIRECT_BILL, begin);
        var customer = counter.customer(person);
        var id = counter.sold(person, customer, CLASSIC).id();
        var played = new ArrayList<Move>();
        for (var move : moves) {
            played.add(move);
            model.hours += move.hoursLater();
            clocks.stopAt(person.partnerId(), begin.plus(Duration.ofHours(model.hours)));
            assertThat(isDone(person, customer, id, move)).as(played.toString()).isEqualTo(model.plays(move));
            PartnerScope.run(person.partnerId(), () -> {
                var seen = subscriptions.get(person.partnerId(), customer, id);
                var sum = subscriptions.charges(person.partnerId(), id).stream()
                        .mapToInt(ChargeFact::quantity)
                        .sum();
                assertThat(seen.status()).as(played.toString()).isEqualTo(model.status);
                assertThat(seen.quantity()).as(played.toString()).isEqualTo(model.quantity);
                assertThat(sum).as(played.toString()).isEqualTo(model.charged());
            });
        }
    }

    private boolean isDone(Person person, CustomerId customer, SubscriptionId id, Move move) {
        var change = move.seats() == 0
                ? SubscriptionChange.none().withStatus(move.status())
                : SubscriptionChange.none().withQuantity(move.seats());
        try {
            PartnerScope.call(person.partnerId(), () -> subscriptions.update(person.partnerId(), customer, id, change));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** The rules once more, as simply as they can be told. */
    private static final class Model {
        private SubscriptionStatus status = SubscriptionStatus.ACTIVE;
        private int quantity = BOUGHT;
        private int hours;

        boolean plays(Move move) {
            return move.seats() == 0 ? moves(move.status()) : seats(move.seats());
        }

        int charged() {
            return status == SubscriptionStatus.ACTIVE ? quantity : 0;
        }

        private boolean moves(SubscriptionStatus next) {
            var possible = next == status
                    || switch (next) {
                        case SUSPENDED -> status == SubscriptionStatus.ACTIVE;
                        case ACTIVE -> status == SubscriptionStatus.SUSPENDED;
                        default -> false;
                    };
            status = possible ? next : status;
            return possible;
        }

        private boolean seats(int wanted) {
            if (wanted == quantity) {
                return true;
            }
            if (status != SubscriptionStatus.ACTIVE) {
                return false;
            }
            quantity = wanted;
            return true;
        }
    }
}
