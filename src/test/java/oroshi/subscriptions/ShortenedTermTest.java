package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

class ShortenedTermTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            P1Y, MONTHLY,    4.00, 2024-07-15, 2025-06-30,  21.93,  461.93
            P1Y, ANNUAL,    48.00, 2024-07-15, 2025-06-30, 461.58,  461.58
            P1Y, MONTHLY,    4.00, 2024-07-01, 2025-03-03,   4.00,  324.00
            P1Y, ANNUAL,    48.00, 2024-07-01, 2025-03-03, 323.50,  323.50
            P1M, MONTHLY,    4.00, 2024-07-15, 2024-07-31,  21.93,   21.93
            """)
    void costsTheDaysOfItsFirstCycle(
            String term, BillingCycle cycle, String price, LocalDate start, LocalDate end, String first, String total) {
        var unit = Money.parse("GBP " + price);
        var shortened = ShortenedTerm.of(Term.find(term).orElseThrow(), cycle, start, end)
                .orElseThrow();
        assertThat(shortened.firstCharge(unit, 10)).isEqualTo(Money.parse("GBP " + first));
        assertThat(shortened.total(unit, 10)).isEqualTo(Money.parse("GBP " + total));
    }

    @Test
    void isNoneWhenTheTermEndsThatDayAnyway() {
        var start = LocalDate.of(2024, 7, 15);
        assertThat(ShortenedTerm.of(Term.ONE_YEAR, BillingCycle.MONTHLY, start, LocalDate.of(2025, 7, 14)))
                .isEmpty();
        assertThat(ShortenedTerm.of(Term.UNLIMITED, BillingCycle.ONE_TIME, start, start))
                .isEmpty();
    }

    @Test
    void endsItsLastCycleWithTheTerm() {
        var start = LocalDate.of(2024, 7, 1);
        var bought = start.atTime(9, 0).toInstant(ZoneOffset.UTC);
        var commitment = Commitment.fromToday(Term.ONE_YEAR, BillingCycle.MONTHLY, bought)
                .until(LocalDate.of(2025, 3, 3));
        assertThat(commitment.cycleEnd(start)).contains(LocalDate.of(2024, 7, 3));
        assertThat(commitment.cycleEnd(LocalDate.of(2024, 7, 4))).contains(LocalDate.of(2024, 8, 3));
        assertThat(commitment.cycleEnd(LocalDate.of(2025, 3, 1))).contains(LocalDate.of(2025, 3, 3));
        assertThat(commitment.nextTermOn()).contains(LocalDate.of(2025, 3, 4));
    }

    @Test
    void chargesTheDaysOfTheTermOnly() {
        var start = LocalDate.of(2024, 7, 15);
        var bought = start.atTime(9, 0).toInstant(ZoneOffset.UTC);
        var upfront =
                Commitment.fromToday(Term.ONE_YEAR, BillingCycle.ANNUAL, bought).until(LocalDate.of(2025, 6, 30));
        var cycle = upfront.cycleAround(start).orElseThrow();
        assertThat(cycle.days()).isEqualTo(365);
        assertThat(cycle.daysFrom(upfront.firstDayOf(cycle))).isEqualTo(351);
        var monthly = Commitment.fromToday(Term.ONE_YEAR, BillingCycle.MONTHLY, bought)
                .until(LocalDate.of(2025, 6, 30));
        var first = monthly.cycleAround(start).orElseThrow();
        assertThat(first.days()).isEqualTo(31);
        assertThat(first.daysFrom(monthly.firstDayOf(first))).isEqualTo(17);
    }
}
