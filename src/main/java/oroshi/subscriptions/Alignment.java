package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Term;

/**
 * On which days a first term may end before its time: at the end of a month, or together with a license subscription that
 * the customer has.
 *
 * @param startsOn first day of the term
 * @param owned what the customer has from the same partner; asked only when a rule depends on it
 */
public record Alignment(LocalDate startsOn, Term term, Supplier<List<Subscription>> owned) {
    /** Why a term may not end on a day. */
    public enum Misfit {
        /** The day has passed, or the term ends before it. */
        OUTSIDE_TERM,
        /** A monthly term may not end on the 28th, 29th or 30th, unless the month does. */
        NEAR_MONTH_END,
        /** The day is neither the end of a month nor that of a subscription. */
        NOTHING_ENDS,
        /** The day is only that of monthly subscriptions, which a longer term may not follow. */
        ONLY_MONTHLY_ENDS
    }

    /** What stands against the day; empty when the term may end on it. */
    public Optional<Misfit> misfit(LocalDate day) {
        if (day.isBefore(startsOn)
                || term.endAfter(startsOn).map(next -> !day.isBefore(next)).orElse(true)) {
            return Optional.of(Misfit.OUTSIDE_TERM);
        }
        if (isMonthEnd(day)) {
            return Optional.empty();
        }
        if (isMonthly(term) && day.getDayOfMonth() >= 28 && day.getDayOfMonth() <= 30) {
            return Optional.of(Misfit.NEAR_MONTH_END);
        }
        return misfitWithOthers(day);
    }

    private Optional<Misfit> misfitWithOthers(LocalDate day) {
        var ending = paidLicenses().filter(other -> endsOn(other, day)).toList();
        if (ending.isEmpty()) {
            return Optional.of(Misfit.NOTHING_ENDS);
        }
        return ending.stream().anyMatch(this::mayFollow) ? Optional.empty() : Optional.of(Misfit.ONLY_MONTHLY_ENDS);
    }

    private Stream<Subscription> paidLicenses() {
        return owned.get().stream().filter(Alignment::isPaidLicense);
    }

    private static boolean endsOn(Subscription other, LocalDate day) {
        return other.commitment()
                .lastDay()
                .filter(last -> MonthDay.from(last).equals(MonthDay.from(day)) && !day.isBefore(last))
                .isPresent();
    }

    /** A longer term does not follow a monthly one. */
    private boolean mayFollow(Subscription other) {
        return isMonthly(term) || !isMonthly(other.commitment().term());
    }

    /** Every day from the given one on, on which the term may end, the earliest first. */
    List<EndDate> list(LocalDate from) {
        var all = new ArrayList<EndDate>();
        var next = term.endAfter(startsOn).orElse(startsOn);
        for (var month = YearMonth.from(startsOn); month.atEndOfMonth().isBefore(next); month = month.plusMonths(1)) {
            all.add(EndDate.ofMonth(month));
        }
        ends(next).forEach((day, others) -> all.add(new EndDate(day, others)));
        return all.stream()
                .filter(end -> !end.day().isBefore(from) && misfit(end.day()).isEmpty())
                .sorted(Comparator.comparing(EndDate::day)
                        .thenComparingInt(end -> end.subscriptions().size()))
                .toList();
    }

    /** On which days before the other one the term could end together with what the customer has. */
    private Map<LocalDate, List<SubscriptionId>> ends(LocalDate next) {
        var ends = new TreeMap<LocalDate, List<SubscriptionId>>();
        paidLicenses().filter(this::mayFollow).forEach(other -> {
            var last = other.commitment().lastDay().orElse(next);
            for (var years = 0; last.plusYears(years).isBefore(next); years++) {
                var day = last.plusYears(years);
                if (endsOn(other, day)) {
                    ends.computeIfAbsent(day, first -> new ArrayList<>()).add(other.id());
                }
            }
        });
        return ends;
    }

    private static boolean isPaidLicense(Subscription subscription) {
        var item = subscription.item();
        return subscription.status() == SubscriptionStatus.ACTIVE
                && item.kind() == ItemKind.LICENSE
                && !item.isLegacy()
                && !item.isTrial();
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth());
    }

    private static boolean isMonthly(Term term) {
        return term.months() == 1;
    }
}
