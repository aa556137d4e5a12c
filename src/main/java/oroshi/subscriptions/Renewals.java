package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;

/** What happens to a subscription by itself on the day on which it is due. No agreement and no credit is asked for. */
@Component
class Renewals {
    private static final int EXPIRED_DAYS = 30;
    private static final int DISABLED_DAYS = 90;

    private final OnSale onSale;

    Renewals(OnSale onSale) {
        this.onSale = onSale;
    }

    /** The subscription after its due day. */
    Subscription after(Subscription due) {
        var day = due.dueOn().orElseThrow();
        return switch (due.status()) {
            case ACTIVE -> due.renewsItself() ? renewed(due, day) : ended(due, day);
            case SUSPENDED ->
                due.item().isLegacy()
                        ? deleted(due)
                        : moved(due, SubscriptionStatus.DISABLED, day.plusDays(EXPIRED_DAYS + DISABLED_DAYS));
            case EXPIRED -> moved(due, SubscriptionStatus.DISABLED, day.plusDays(DISABLED_DAYS));
            case DISABLED -> deleted(due);
            case SETTING_UP, SET_UP_FAILED, PENDING, DELETED ->
                throw new IllegalStateException(due.id() + " is " + due.status() + " and can't be due");
        };
    }

    /** One more term at the price of its first day. */
    private Subscription renewed(Subscription due, LocalDate day) {
        var item = onSale.find(due, day.atStartOfDay().toInstant(ZoneOffset.UTC));
        if (due.item().isTrial()) {
            return item.flatMap(trial -> paid(due, trial, day)).orElseGet(() -> ended(due, day));
        }
        var next = item.flatMap(found -> plan(due, found));
        if (next.isEmpty() && !due.item().isLegacy()) {
            return ended(due, day);
        }
        var commitment = next.filter(plan -> !due.item().isLegacy())
                .map(plan -> Commitment.of(day, plan.term(), plan.billingCycle()))
                .orElseGet(() -> due.commitment().again(day));
        var price = next.map(Plan::unitPrice).filter(due::isPricedIn);
        return due.withTerm(commitment, price.orElse(due.unitPrice()));
    }

    /** The plan of the next term: as before, or the term that was chosen for it, if it can be in the same cycle. */
    private static Optional<Plan> plan(Subscription due, CatalogItem item) {
        var commitment = due.commitment();
        if (item.isLegacy()) {
            return item.plan(commitment.billingCycle());
        }
        var term = due.renewalTerm().orElse(commitment.term());
        return item.plan(term, commitment.billingCycle())
                .or(() -> due.renewalTerm().flatMap(chosen -> item.plans().stream()
                        .filter(plan -> plan.term().equals(chosen))
                        .findFirst()));
    }

    /** A trial of new commerce turns into what it is the trial of, for a year that is charged monthly. */
    private Optional<Subscription> paid(Subscription due, CatalogItem trial, LocalDate day) {
        var at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return trial.conversionTargets().stream()
                .flatMap(target -> onSale.find(due, target, at).stream())
                .flatMap(item -> item.plan(Term.ONE_YEAR, BillingCycle.MONTHLY).stream()
                        .map(plan -> converted(due, item, plan, day)))
                .findFirst();
    }

    private static Subscription converted(Subscription due, CatalogItem item, Plan plan, LocalDate day) {
        Money price = plan.unitPrice();
        return due.of(SubscribedItem.of(item)).withTerm(Commitment.of(day, plan.term(), plan.billingCycle()), price);
    }

    private static Subscription ended(Subscription due, LocalDate day) {
        return moved(due, SubscriptionStatus.EXPIRED, day.plusDays(EXPIRED_DAYS));
    }

    private static Subscription deleted(Subscription due) {
        return due.with(due.standing().at(SubscriptionStatus.DELETED, Optional.empty()));
    }

    private static Subscription moved(Subscription due, SubscriptionStatus next, LocalDate until) {
        return due.with(due.standing().at(next, Optional.of(until)));
    }
}
