package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.catalog.BillingCycle.ANNUAL;
import static oroshi.catalog.BillingCycle.MONTHLY;

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
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Term;

/** What another term or another way to pay costs inside a term: the worked examples, with their sums. */
class TermChangesTest {
    @Test
    @DisplayName("a month becomes a year at once: the rest of the month is given back, and the year is charged")
    void prolongsATerm() {
        var month = bought(20, Term.ONE_MONTH, MONTHLY, "4.80", "2024-04-10T08:00:00Z");
        var now = Instant.parse("2024-04-15T10:00:00Z");
        var year = month.withTerm(Commitment.fromToday(Term.ONE_YEAR, ANNUAL, now), pounds("48.00"));
        var booking = Booking.ofChange(month, year, now, List::of);
        assertThat(said(booking.facts()))
                .containsExactly(
                        "CHANGE_TERM -20 2024-04-15 2024-05-09 GBP -80.00", // 20 * 4.80 / 30 * 25
                        "CHANGE_TERM 20 2024-04-15 2025-04-14 GBP 960.00"); // 20 * 48.00
        assertThat(booking.facts().getFirst().referenceId())
                .isEqualTo(booking.facts().getLast().referenceId());
        assertThat(booking.subscription().commitment().lastDay()).contains(LocalDate.of(2025, 4, 14));
        assertThat(booking.subscription().dueOn()).contains(LocalDate.of(2025, 4, 15));
        assertThat(booking.subscription().batches().openSeats(now)).isEqualTo(20);
    }

    @Test
    @DisplayName("three years by the month become three years by the year: the rest of the year is charged by months")
    void paysByTheYear() {
        var monthly = bought(10, Term.THREE_YEARS, MONTHLY, "21.00", "2024-03-04T09:00:00Z")
                .with(Upcoming.NOTHING.charging(
                        Optional.of(new NextCharge(ANNUAL, pounds("250.00"), Optional.empty()))));
        var paid = CycleCharges.until(LocalDate.of(2026, 3, 4), monthly);
        assertThat(said(paid.facts()))
                .containsExactly(
                        "CHANGE_BILLING_PLAN 10 2024-04-04 2025-03-03 GBP 2291.66", // 250.00 * 11 / 12 * 10
                        "CYCLE 10 2025-03-04 2026-03-03 GBP 2500.00",
                        "CYCLE 10 2026-03-04 2027-03-03 GBP 2500.00");
        assertThat(paid.subscription().commitment().billingCycle()).isEqualTo(ANNUAL);
        assertThat(paid.subscription().unitPrice()).isEqualTo(pounds("250.00"));
        assertThat(paid.subscription().upcoming()).isEqualTo(Upcoming.NOTHING);
        assertThat(paid.subscription().commitment().lastDay()).contains(LocalDate.of(2027, 3, 3));
        assertThat(paid.subscription().cycleOn()).isEmpty();
    }

    @Test
    @DisplayName("three years by the year become three years by the month at the next year")
    void paysByTheMonth() {
        var yearly = bought(10, Term.THREE_YEARS, ANNUAL, "250.00", "2024-03-04T09:00:00Z")
                .with(Upcoming.NOTHING.charging(
                        Optional.of(new NextCharge(MONTHLY, pounds("20.00"), Optional.empty()))));
        assertThat(yearly.nextOn()).contains(LocalDate.of(2025, 3, 4));
        var paid = CycleCharges.until(LocalDate.of(2025, 4, 4), yearly);
        assertThat(said(paid.facts()))
                .containsExactly(
                        "CHANGE_BILLING_PLAN 10 2025-03-04 2025-04-03 GBP 200.00", // 20.00 * 10
                        "CYCLE 10 2025-04-04 2025-05-03 GBP 200.00");
        assertThat(paid.subscription().cycleOn()).contains(LocalDate.of(2025, 5, 4));
    }

    @Test
    @DisplayName("seats that are added after another way to pay began are charged for the rest of its cycle")
    void addsSeatsToTheYear() {
        var monthly = bought(10, Term.THREE_YEARS, MONTHLY, "21.00", "2024-03-04T09:00:00Z")
                .with(Upcoming.NOTHING.charging(
                        Optional.of(new NextCharge(ANNUAL, pounds("250.00"), Optional.empty()))));
        var now = Instant.parse("2024-05-04T12:00:00Z");
        var paid = CycleCharges.until(LocalDate.of(2024, 5, 4), monthly).subscription();
        var more = paid.withSeats(11, paid.batches().plus(1, now));
        assertThat(said(Booking.ofChange(monthly, more, now, List::of).facts()))
                .containsExactly(
                        "CHANGE_BILLING_PLAN 10 2024-04-04 2025-03-03 GBP 2291.66",
                        "ADD_QUANTITY -10 2024-05-04 2025-03-03 GBP -2082.19", // 250.00 / 365 * 304 * 10
                        "ADD_QUANTITY 11 2024-05-04 2025-03-03 GBP 2290.41"); // 250.00 / 365 * 304 * 11
    }

    private static List<String> said(List<ChargeFact> facts) {
        return facts.stream()
                .map(fact -> "%s %d %s %s %s"
                        .formatted(
                                fact.reason(),
                                fact.quantity(),
                                fact.from(),
                                fact.to().orElseThrow(),
                                fact.amount()))
                .toList();
    }

    private static Money pounds(String amount) {
        return Money.parse("GBP " + amount);
    }

    private static Subscription bought(int seats, Term term, BillingCycle cycle, String price, String at) {
        var title = new LocalizedText("Meridian Workplace Essentials", "Meridian Workplace Essentials");
        var item = new SubscribedItem(
                "CFQ7TTC0QX41:0001:CFQ7TTC0VN6P",
                "CFQ7TTC0QX41:0001",
                false,
                ItemKind.LICENSE,
                title,
                "Licenses",
                "Meridian Software Ltd",
                false,
                false,
                false);
        return new NewSubscription(
                        new SubscriptionId(Ids.next()),
                        new CustomerId(Ids.next()),
                        new OrderId(Ids.next()),
                        "7c41f0a9d2be",
                        "GB",
                        item,
                        "Office staff",
                        seats,
                        term,
                        cycle,
                        pounds(price),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .begin(new PartnerId(Ids.next()), Instant.parse(at))
                .withStatus(SubscriptionStatus.ACTIVE);
    }
}
