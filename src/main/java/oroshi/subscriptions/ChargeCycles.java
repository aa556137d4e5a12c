package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The cycles that a term is cut into when it is charged more often than once. A cycle starts on the day of the month on
 * which the term started; terms that start on the last day of a month, or on the day before it, stay there. A shortened
 * term counts its cycles backwards from the start of the next one.
 *
 * @param months length of a cycle
 */
record ChargeCycles(LocalDate start, int months) {
    /** First day of the cycle, counted from zero. */
    LocalDate startOf(int cycle) {
        var month = YearMonth.from(start).plusMonths((long) cycle * months);
        var daysToMonthEnd = start.lengthOfMonth() - start.getDayOfMonth();
        if (daysToMonthEnd <= 1) {
            return month.atEndOfMonth().minusDays(daysToMonthEnd);
        }
        return month.atDay(Math.min(start.getDayOfMonth(), month.lengthOfMonth()));
    }

    /**
     * The cycle of the term that the day falls into, the first one for an earlier day. The last one ends with the term: a
     * year from 28 February 2028, which is the day before the last of its month, has no thirteenth cycle on 27 February.
     *
     * @param count how many cycles the term has
     */
    ChargeCycle around(LocalDate day, LocalDate lastDay, int count) {
        var cycle = Math.clamp(numberAt(day), 0, count - 1);
        return new ChargeCycle(
                startOf(cycle),
                cycle == count - 1 ? lastDay : startOf(cycle + 1).minusDays(1));
    }

    /** The whole cycle that the day falls into when cycles count backwards from the start. */
    ChargeCycle backwards(LocalDate day) {
        var cycle = Math.min(-1, numberAt(day));
        return new ChargeCycle(startOf(cycle), startOf(cycle + 1).minusDays(1));
    }

    /** Number of the cycle that the day falls into; negative for days before the start. */
    int numberAt(LocalDate day) {
        var cycle = 0;
        while (startOf(cycle).isAfter(day)) {
            cycle--;
        }
        while (!startOf(cycle + 1).isAfter(day)) {
            cycle++;
        }
        return cycle;
    }
}
