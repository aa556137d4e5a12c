package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;

/** One year's subscription, bought on 4 March 2024 and paid monthly, by the days and sums of the published example. */
@OroshiTest
class WorkedExampleTest {
    private static final Instant BOUGHT = Instant.parse("2024-03-04T09:12:40Z");

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private RenewalRun run;

    @Autowired
    private Clocks clocks;

    private record Bought(Person person, CustomerId customer, SubscriptionId id) {}

    @Test
    @DisplayName("6, 7: seats come and go in the first cycle of 31 days, at 5,400 yen a month")
    void chargesSeatsThatComeAndGo() {
        var bought = buy();
        at(bought, "2024-03-06T14:00:02Z");
        change(bought, SubscriptionChange.none().withQuantity(15));
        at(bought, "2024-03-08T10:00:00Z");
        change(bought, SubscriptionChange.none().withQuantity(13));

        assertThat(sums(bought))
                .containsExactly(
                        64_800L, // 12 x 5,400
                        -60_619L, // 12 x 5,400 / 31 x 29 = 60,619.35, given back
                        75_774L, // 15 x 5,400 / 31 x 29 = 75,774.19
                        -70_548L, // 15 x 5,400 / 31 x 27 = 70,548.38, given back
                        61_141L); // 13 x 5,400 / 31 x 27 = 61,141.93
        assertThat(present(bought).quantity()).isEqualTo(13);
    }

    @Test
    @DisplayName(
            "15: without renewal active to 3 March 2025, expired to 2 April, disabled to 1 July, deleted from 2 July")
    void endsInItsStages() {
        var bought = buy();
        change(bought, SubscriptionChange.none().withRenewal(false));
        standsAt(bought, "2025-03-03T23:59:59Z", SubscriptionStatus.ACTIVE);
        standsAt(bought, "2025-03-04T00:00:00Z", SubscriptionStatus.EXPIRED);
        standsAt(bought, "2025-04-02T23:59:59Z", SubscriptionStatus.EXPIRED);
        standsAt(bought, "2025-04-03T00:00:00Z", SubscriptionStatus.DISABLED);
        standsAt(bought, "2025-07-01T23:59:59Z", SubscriptionStatus.DISABLED);
        standsAt(bought, "2025-07-02T00:00:00Z", SubscriptionStatus.DELETED);
        assertThat(sums(bought)).hasSize(12).containsOnly(64_800L); // 12 months x 12 x 5,400 = 777,600
    }

    private Bought buy() {
        var person = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        var customer = counter.customer(person);
        var line =
                NewOrderLine.of("CFQ7TTC0LFLX:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
        return new Bought(person, customer, counter.sold(person, customer, line).id());
    }

    private void at(Bought bought, String moment) {
        clocks.stopAt(bought.person().partnerId(), Instant.parse(moment));
    }

    private void change(Bought bought, SubscriptionChange change) {
        var partner = bought.person().partnerId();
        PartnerScope.call(partner, () -> subscriptions.update(partner, bought.customer(), bought.id(), change));
    }

    private void standsAt(Bought bought, String moment, SubscriptionStatus expected) {
        at(bought, moment);
        var partner = bought.person().partnerId();
        PartnerScope.run(partner, () -> run.runDue(partner));
        assertThat(present(bought).status()).as(moment).isEqualTo(expected);
    }

    private Subscription present(Bought bought) {
        var partner = bought.person().partnerId();
        return PartnerScope.call(partner, () -> subscriptions.get(partner, bought.customer(), bought.id()));
    }

    private List<Long> sums(Bought bought) {
        var partner = bought.person().partnerId();
        return PartnerScope.call(partner, () -> subscriptions.charges(partner, bought.id()).stream()
                .map(fact -> fact.amount().getAmountMajorLong())
                .toList());
    }
}
