package oroshi.migrations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Particulars;
import oroshi.subscriptions.Subscription;

/**
 * How a classic subscription goes on: what the wish names, and for the rest what it was. The remaining term keeps its end,
 * unless the new terms are shorter: an annual end on 10 February becomes, on 17 November, a monthly one on 10 December.
 *
 * @param isRenewal whether the new term takes the place of the next classic one, and so is a full one
 */
record NewPlan(Subscription subscription, MigrationWish wish, LocalDate startsOn, boolean isRenewal) {
    /** How the item goes on that was judged before. A full term begins on the day itself, another keeps its end. */
    static NewPlan of(Subscription subscription, MigratedItem item, LocalDate startsOn) {
        var end = item.fullTerm() ? item.customLastDay() : Optional.of(item.lastDay());
        var wish = new MigrationWish(
                item.subscriptionId(),
                Optional.of(item.term()),
                Optional.of(item.billingCycle()),
                item.fullTerm(),
                Optional.of(item.quantity()),
                end,
                List.of());
        return new NewPlan(subscription, wish, startsOn, false);
    }

    Term term() {
        return wish.term().orElse(subscription.commitment().term());
    }

    BillingCycle billingCycle() {
        return wish.billingCycle().orElse(subscription.commitment().billingCycle());
    }

    int quantity() {
        return wish.quantity().orElse(subscription.quantity());
    }

    /** The line that the new subscription is ordered with. */
    NewOrderLine line(String item) {
        var line = NewOrderLine.of(item, quantity(), billingCycle())
                .withTerm(term())
                .withCurrency(
                        Optional.of(subscription.unitPrice().getCurrencyUnit().getCode()))
                .withNickname(nickname())
                .withResellerOrNone(subscription.resellerMpnId())
                .withAttestation();
        return line.withParticulars(new Particulars(shortened(), Map.of(), Optional.empty(), Optional.empty()));
    }

    MigratedItem item(String itemId) {
        return new MigratedItem(
                subscription.id(),
                itemId,
                quantity(),
                term(),
                billingCycle(),
                wish.fullTerm() || isRenewal,
                wish.lastDay(),
                lastDay(),
                Optional.empty(),
                Optional.empty());
    }

    /** The last day of the first term. */
    LocalDate lastDay() {
        return shortened().orElse(fullEnd());
    }

    private Optional<String> nickname() {
        var title = subscription.item().title().english();
        return Optional.of(subscription.friendlyName()).filter(name -> !name.equals(title));
    }

    private Optional<LocalDate> shortened() {
        if (wish.lastDay().isPresent()) {
            return wish.lastDay();
        }
        return wish.fullTerm() || isRenewal
                ? Optional.empty()
                : subscription
                        .commitment()
                        .lastDay()
                        .map(this::kept)
                        .filter(day -> !day.isBefore(startsOn) && day.isBefore(fullEnd()));
    }

    /** The end that is kept; of a shorter term, the next day on which a month of the present one ends. */
    private LocalDate kept(LocalDate end) {
        var present = subscription.commitment().term();
        if (term().months() >= present.months()) {
            return end;
        }
        var month = YearMonth.from(startsOn);
        var next = dayIn(month, end);
        return next.isAfter(startsOn) ? next : dayIn(month.plusMonths(1), end);
    }

    private static LocalDate dayIn(YearMonth month, LocalDate end) {
        return month.atDay(Math.min(end.getDayOfMonth(), month.lengthOfMonth()));
    }

    private LocalDate fullEnd() {
        return term().endAfter(startsOn).map(next -> next.minusDays(1)).orElse(LocalDate.MAX);
    }
}
