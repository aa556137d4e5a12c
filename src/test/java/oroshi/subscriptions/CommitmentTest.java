package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

class CommitmentTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            P1Y, 2024-03-04, 2025-03-03
            P1M, 2021-01-31, 2021-02-27
            P1M, 2021-02-28, 2021-03-27
            P1M, 2021-05-31, 2021-06-29
            P1M, 2021-06-30, 2021-07-29
            P1M, 2021-07-31, 2021-08-30
            P1M, 2021-01-30, 2021-02-27
            P1M, 2021-02-27, 2021-03-26
            P1M, 2021-05-30, 2021-06-29
            P1M, 2021-06-29, 2021-07-28
            P1M, 2021-07-30, 2021-08-29
            P1Y, 2021-01-31, 2022-01-30
            """)
    void endsOnTheDayBeforeTheNextTerm(String term, LocalDate start, LocalDate lastDay) {
        var commitment = Commitment.fromToday(Term.find(term).orElseThrow(), BillingCycle.MONTHLY, noon(start));
        assertThat(commitment.lastDay()).contains(lastDay);
        assertThat(commitment.nextTermOn()).contains(lastDay.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-04 | 04-04 05-04 06-04 07-04 08-04 09-04 10-04 11-04 12-04 01-04 02-04
            2021-01-31 | 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31
            2021-01-30 | 02-27 03-30 04-29 05-30 06-29 07-30 08-30 09-29 10-30 11-29 12-30
            """)
    void startsItsChargeCyclesWhereTheTermStartedInTheMonth(LocalDate start, String expected) {
        var cycles = new ChargeCycles(start, 1);
        var starts = IntStream.rangeClosed(1, 11)
                .mapToObj(cycles::startOf)
                .map(day -> day.toString().substring(5))
                .toList();
        assertThat(String.join(" ", starts)).isEqualTo(expected.strip());
    }

    @Test
    @DisplayName("a year from the day before the last of a leap February is charged twelve times, not thirteen")
    void hasNoThirteenthCycle() {
        var year = Commitment.fromToday(Term.ONE_YEAR, BillingCycle.MONTHLY, noon(LocalDate.of(2028, 2, 28)));
        assertThat(year.cycleAround(LocalDate.of(2029, 2, 27)))
                .contains(new ChargeCycle(LocalDate.of(2029, 1, 30), LocalDate.of(2029, 2, 27)));
        assertThat(year.cycleAfter(LocalDate.of(2029, 1, 30))).isEmpty();
    }

    @Test
    void showsTheEndOfTheRunningCycle() {
        var year = Commitment.fromToday(Term.ONE_YEAR, BillingCycle.MONTHLY, noon(LocalDate.of(2024, 3, 4)));
        assertThat(year.cycleEnd(LocalDate.of(2024, 3, 4))).contains(LocalDate.of(2024, 4, 3));
        assertThat(year.cycleEnd(LocalDate.of(2024, 4, 4))).contains(LocalDate.of(2024, 5, 3));
        assertThat(year.cycleEnd(LocalDate.of(2025, 3, 3))).contains(LocalDate.of(2025, 3, 3));
        var month = Commitment.fromToday(Term.ONE_MONTH, BillingCycle.MONTHLY, noon(LocalDate.of(2021, 1, 30)));
        assertThat(month.cycleEnd(LocalDate.of(2021, 2, 1))).contains(LocalDate.of(2021, 2, 27));
    }

    @Test
    @DisplayName("J7-A5 a classic licence bought on the 29th or later starts its term on the 1st of the next month")
    void startsLateInTheMonthOnTheFirstOfTheNext() {
        var late = Commitment.classic(Term.ONE_YEAR, BillingCycle.MONTHLY, noon(LocalDate.of(2019, 5, 29)));
        assertThat(late.startsOn()).isEqualTo("2019-06-01");
        assertThat(late.nextTermOn()).contains(LocalDate.of(2020, 6, 1));
        var early = Commitment.classic(Term.ONE_YEAR, BillingCycle.ANNUAL, noon(LocalDate.of(2019, 4, 24)));
        assertThat(early.nextTermOn()).contains(LocalDate.of(2020, 4, 24));
    }

    private static Instant noon(LocalDate day) {
        return Instant.parse(day + "T12:00:00Z");
    }
}
