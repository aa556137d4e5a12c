package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
        var ending = owned.get().stream()
                .filter(Alignment::isPaidLicense)
                .filter(subscription -> subscription
                        .commitment()
                        .lastDay()
                        .map(last -> MonthDay.from(last).equals(MonthDay.from(day)) && !day.isBefore(last))
                        .orElse(false))
                .toList();
        if (ending.isEmpty()) {
            return Optional.of(Misfit.NOTHING_ENDS);
        }
        var followable = isMonthly(term)
                || ending.stream()
                        .anyMatch(subscription ->
                                !isMonthly(subscription.commitment().term()));
        return followable ? Optional.empty() : Optional.of(Misfit.ONLY_MONTHLY_ENDS);
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
