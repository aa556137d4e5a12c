package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Term;

/** The worked example of a pottery that has twelve seats at 4.00 a month since 4 March 2024 and goes higher on 10 May. */
class TransitionChargesTest {
    private static final Instant BOUGHT = Instant.parse("2024-03-04T09:12:40Z");
    private static final Instant UPGRADED = Instant.parse("2024-05-10T08:00:00Z");
    private static final SubscribedItem ESSENTIALS = item("CFQ7TTC0QX41:0001");
    private static final SubscribedItem COMPLETE = item("CFQ7TTC0QX52:0001");

    @Test
    @DisplayName("11 a full upgrade gives 12 seats of the old product back and charges 12 of the new one")
    void chargesAFullUpgrade() {
        var before = essentials(12);
        var after = before.upgraded(COMPLETE, 12, before.commitment(), gbp("10.00"), Optional.empty());
        assertThat(TransitionCharges.converted(before, after, UPGRADED))
                .extracting(ChargeFact::quantity, fact -> fact.amount().toString(), fact -> fact.from()
                        .toString())
                .containsExactly(
                        tuple(-12, "GBP -38.70", "2024-05-10"), // 4.00 / 31 * 25 days * 12
                        tuple(12, "GBP 96.77", "2024-05-10")); // 10.00 / 31 * 25 days * 12
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.commitment().lastDay()).contains(LocalDate.of(2025, 3, 3));
    }

    @Test
    @DisplayName("11 from the next cycle on a full upgrade costs 120.00 a month")
    void chargesTheNewProductFromTheNextCycleOn() {
        var before =
                CycleCharges.until(LocalDate.of(2024, 5, 10), essentials(12)).subscription();
        var after = before.upgraded(COMPLETE, 12, before.commitment(), gbp("10.00"), Optional.empty());
        assertThat(after.cycleOn()).contains(LocalDate.of(2024, 6, 4));
        assertThat(ChargeFacts.cycle(after, LocalDate.of(2024, 6, 4)).getFirst().amount())
                .isEqualTo(gbp("120.00")); // 12 * 10.00
    }

    @Test
    @DisplayName("11 moving 5 seats charges a new subscription that ends with the old one")
    void chargesAPartialUpgrade() {
        var before = essentials(12);
        var created = before.upgraded(COMPLETE, 5, before.commitment(), gbp("10.00"), Optional.empty())
                .apart(new SubscriptionId(Ids.next()), UPGRADED);
        var facts = TransitionCharges.split(before, created, UPGRADED);
        assertThat(facts)
                .extracting(ChargeFact::subscriptionId, ChargeFact::quantity, fact -> fact.amount()
                        .toString())
                .containsExactly(
                        tuple(before.id(), -5, "GBP -16.12"), // 4.00 / 31 * 25 days * 5
                        tuple(created.id(), 5, "GBP 40.32")); // 10.00 / 31 * 25 days * 5
        assertThat(facts)
                .extracting(ChargeFact::referenceId)
                .containsOnly(facts.getFirst().referenceId());
        assertThat(facts).extracting(ChargeFact::reason).containsOnly(ChargeReason.CONVERT);
        assertThat(created.commitment().lastDay()).contains(LocalDate.of(2025, 3, 3));
        assertThat(before.without(5).quantity()).isEqualTo(7);
    }

    @Test
    @DisplayName("24 seats that go into an existing subscription are written as two lines of each")
    void chargesAMoveIntoAnExistingSubscription() {
        var before = essentials(12);
        var there = essentials(3).upgraded(COMPLETE, 3, before.commitment(), gbp("10.00"), Optional.empty());
        var grown = there.withSeats(8, SeatBatches.NONE);
        assertThat(TransitionCharges.joined(before, before.without(5), there, grown, UPGRADED))
                .extracting(ChargeFact::reason, ChargeFact::quantity, fact -> fact.amount()
                        .toString())
                .containsExactly(
                        tuple(ChargeReason.MOVE_QUANTITY, -12, "GBP -38.70"), // 4.00 / 31 * 25 * 12
                        tuple(ChargeReason.MOVE_QUANTITY, 7, "GBP 22.58"), // 4.00 / 31 * 25 * 7
                        tuple(ChargeReason.MOVE_QUANTITY, -3, "GBP -24.19"), // 10.00 / 31 * 25 * 3
                        tuple(ChargeReason.MOVE_QUANTITY, 8, "GBP 64.51")); // 10.00 / 31 * 25 * 8
    }

    @Test
    @DisplayName("14 a trial of 25 seats costs 25 times the price from the day of its conversion")
    void chargesATrialFromItsConversionOn() {
        var trial = essentials(25, "0.00");
        var paid = trial.of(COMPLETE)
                .withTerm(Commitment.fromToday(Term.ONE_YEAR, BillingCycle.MONTHLY, UPGRADED), gbp("52.61"));
        assertThat(TransitionCharges.converted(trial, paid, UPGRADED))
                .extracting(ChargeFact::quantity, ChargeFact::amount)
                .containsExactly(tuple(25, gbp("1315.25"))); // 25 * 52.61
    }

    @Test
    @DisplayName("8 an upgrade cannot be undone, not even in the week after the purchase")
    void opensNoWindow() {
        var before = essentials(12);
        assertThat(CancellationWindow.of(before)).isPresent();
        var after = before.upgraded(COMPLETE, 12, before.commitment(), gbp("10.00"), Optional.empty());
        assertThat(CancellationWindow.of(after)).isEmpty();
        assertThat(after.batches().all()).isEqualTo(List.of());
    }

    @Test
    @DisplayName("20 while the term that is over waits for its renewal nothing is upgraded")
    void refusesWhatIsBeingRenewed() {
        var lastDay = LocalDate.of(2025, 3, 3);
        var subscription = essentials(12);
        TransitionRules.requireState(subscription, lastDay);
        var tomorrow = lastDay.plusDays(1);
        assertThat(refusal(() -> TransitionRules.requireState(subscription, tomorrow)))
                .returns(409, Reason::status)
                .returns(900278, Reason::code);
        var ending = subscription.with(subscription.standing().renewing(false));
        assertThat(refusal(() -> TransitionRules.requireState(ending, tomorrow)))
                .returns(400, Reason::status)
                .returns(900279, Reason::code);
    }

    private static Reason refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).reason();
    }

    private static Subscription essentials(int seats) {
        return essentials(seats, "4.00");
    }

    private static Subscription essentials(int seats, String price) {
        return new NewSubscription(
                        new SubscriptionId(Ids.next()),
                        new CustomerId(Ids.next()),
                        new OrderId(Ids.next()),
                        "A1",
                        "GB",
                        ESSENTIALS,
                        "Essentials",
                        seats,
                        Term.ONE_YEAR,
                        BillingCycle.MONTHLY,
                        gbp(price),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .begin(new PartnerId(Ids.next()), BOUGHT)
                .withStatus(SubscriptionStatus.ACTIVE);
    }

    private static SubscribedItem item(String key) {
        var title = new LocalizedText(key, key);
        return new SubscribedItem(
                key + ":CFQ7TTC0VN6P", key, false, ItemKind.LICENSE, title, "Licenses", "Meridian", true, false, false);
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
