package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import oroshi.agreements.Agreements;
import oroshi.agreements.Purchase;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Term;
import oroshi.catalog.Verdict;
import oroshi.partners.Partners;

/** Turns the wish for an upgrade into what it does, or refuses it with the first rule that it breaks. Nothing is stored. */
@Component
class TransitionRules {
    /** So many seats has a trial, and at least so many whatever it becomes. */
    private static final int TRIAL_SEATS = 25;

    private final UpgradePaths paths;
    private final UpgradePromotions promotions;
    private final SubscriptionTable table;
    private final Partners partners;
    private final Agreements agreements;

    TransitionRules(
            UpgradePaths paths,
            UpgradePromotions promotions,
            SubscriptionTable table,
            Partners partners,
            Agreements agreements) {
        this.paths = paths;
        this.promotions = promotions;
        this.table = table;
        this.partners = partners;
        this.agreements = agreements;
    }

    /** Refuses a classic subscription: it has operations of its own. */
    static void requireNewCommerce(Subscription subscription) {
        if (subscription.item().isLegacy()) {
            throw Refusal.because(TransitionRefusal.CLASSIC);
        }
    }

    /** What the upgrade does; a classic subscription has operations of its own. State comes first, then each property, the customer's agreement last. */
    TransitionPlan plan(Subscription source, NewTransition wish, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        requireState(source, today);
        var target = paths.find(source, key(wish.to()), now)
                .filter(found -> !source.item().isLegacy())
                .orElseThrow(() -> Refusal.of("toCatalogItemId", TransitionRefusal.NOT_A_TARGET, wish.to()));
        var plan = wish.into().isPresent() ? joined(source, target, wish, now) : converted(source, target, wish, now);
        partners.get(source.partnerId()).requireMayOrder();
        agreements
                .gate(source.partnerId(), source.customerId(), Purchase.newOrder())
                .require();
        return plan;
    }

    static void requireState(Subscription source, LocalDate today) {
        switch (source.status()) {
            case ACTIVE -> requireRunning(source, today);
            case SETTING_UP -> throw Refusal.because(SubscriptionRefusal.BEING_SET_UP);
            case SET_UP_FAILED, PENDING, SUSPENDED -> throw Refusal.because(TransitionRefusal.NOT_ACTIVE);
            case EXPIRED, DISABLED, DELETED -> throw Refusal.because(TransitionRefusal.ENDED);
        }
    }

    /** A term that is over waits for the renewal run. */
    private static void requireRunning(Subscription source, LocalDate today) {
        if (source.dueOn().filter(due -> !due.isAfter(today)).isPresent()) {
            throw source.renewsItself()
                    ? Refusal.because(SubscriptionRefusal.RENEWING)
                    : Refusal.because(TransitionRefusal.ENDED);
        }
    }

    /** The same subscription becomes the other product, or a new one does with some of its seats. */
    private TransitionPlan converted(Subscription source, Verdict.ForSale target, NewTransition wish, Instant now) {
        var item = target.item();
        requireSeats(source, item, wish.quantity());
        var plan = plan(source, item, wish);
        var promotion =
                source.item().isTrial() ? Optional.<Promotion>empty() : promotions.find(source, target, plan, wish);
        var price = price(item, plan, promotion);
        var charged = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), source);
        var before = charged.subscription();
        if (source.item().isTrial()) {
            var after = before.of(SubscribedItem.of(item))
                    .withSeats(wish.quantity(), SeatBatches.NONE)
                    .withTerm(Commitment.fromToday(plan.term(), plan.billingCycle(), now), price);
            return TransitionPlan.of(wish, item, charged, after, TransitionCharges.converted(before, after, now));
        }
        var promotionId = promotion.map(Promotion::id);
        var upgraded = before.upgraded(
                SubscribedItem.of(item), wish.quantity(), commitment(before, plan, now), price, promotionId);
        if (wish.quantity() >= before.quantity()) {
            return TransitionPlan.of(wish, item, charged, upgraded, TransitionCharges.converted(before, upgraded, now))
                    .with(promotion);
        }
        var created = upgraded.apart(new SubscriptionId(Ids.next()), now);
        return TransitionPlan.of(
                        wish,
                        item,
                        charged,
                        before.without(wish.quantity()),
                        TransitionCharges.split(before, created, now))
                .into(Optional.empty(), created)
                .with(promotion);
    }

    /** The running term goes on unless another one was asked for, which begins today. */
    private static Commitment commitment(Subscription before, Plan plan, Instant now) {
        var present = before.commitment();
        return present.term().equals(plan.term()) && present.billingCycle() == plan.billingCycle()
                ? present
                : Commitment.fromToday(plan.term(), plan.billingCycle(), now);
    }

    private static Money price(CatalogItem item, Plan plan, Optional<Promotion> promotion) {
        return promotion
                .flatMap(running -> running.discount(item, plan))
                .map(discount -> discount.from(plan.unitPrice()))
                .orElse(plan.unitPrice());
    }

    /** As many as the new product is sold for; a trial is never converted for fewer than it had. */
    private static void requireSeats(Subscription source, CatalogItem item, int wanted) {
        var least = source.item().isTrial() ? Math.max(TRIAL_SEATS, item.minimumQuantity()) : item.minimumQuantity();
        requireRange(wanted, least, item.maximumQuantity());
    }

    private static void requireRange(int wanted, int least, int most) {
        if (wanted < least || wanted > most) {
            throw Refusal.of("quantity", TransitionRefusal.QUANTITY, least, most);
        }
    }

    private static Plan plan(Subscription source, CatalogItem item, NewTransition wish) {
        var isTrial = source.item().isTrial();
        var term =
                wish.term().orElse(isTrial ? Term.ONE_YEAR : source.commitment().term());
        var cycle = wish.billingCycle()
                .orElse(isTrial ? BillingCycle.MONTHLY : source.commitment().billingCycle());
        if (!isTrial && term.months() < source.commitment().term().months()) {
            throw Refusal.of("termDuration", TransitionRefusal.TERM_SHORTER);
        }
        if (!item.terms().contains(term)) {
            throw wish.term().isPresent()
                    ? Refusal.of("termDuration", TransitionRefusal.TERM_INVALID, item.title(), term.wire())
                    : Refusal.because(TransitionRefusal.TERM_NOT_SOLD, item.title());
        }
        if (cycle.months() > term.months()) {
            throw Refusal.of("billingCycle", TransitionRefusal.CYCLE_TOO_LONG);
        }
        return item.plan(term, cycle)
                .orElseThrow(() -> Refusal.of("billingCycle", TransitionRefusal.CYCLE_INVALID, cycle.wire()));
    }

    /** Seats go into a subscription that is there, which keeps its term, its plan and its price. */
    private TransitionPlan joined(Subscription source, Verdict.ForSale sale, NewTransition wish, Instant now) {
        var target = destination(source, sale.item(), wish, now);
        var seats = wish.quantity();
        var least = source.item().isTrial() ? source.quantity() : 1;
        requireRange(seats, least, source.quantity());
        requireRange(
                target.quantity() + seats,
                sale.item().minimumQuantity(),
                sale.item().maximumQuantity());
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var charged = CycleCharges.until(today, source);
        var chargedTarget = CycleCharges.until(today, target);
        var before = charged.subscription();
        var targetBefore = chargedTarget.subscription();
        var rest = before.without(seats);
        var after = rest.quantity() > 0 ? rest : rest.ended();
        var grown = targetBefore.withSeats(targetBefore.quantity() + seats, targetBefore.batches());
        return TransitionPlan.of(
                        wish,
                        sale.item(),
                        charged,
                        after,
                        TransitionCharges.joined(before, after, targetBefore, grown, now))
                .into(Optional.of(targetBefore), grown)
                .due(chargedTarget.facts());
    }

    private Subscription destination(Subscription source, CatalogItem item, NewTransition wish, Instant now) {
        var id = wish.into().orElseThrow();
        if (id.equals(source.id())) {
            throw refusedTarget(TransitionRefusal.SAME_SUBSCRIPTION);
        }
        var target = table.find(source.partnerId(), source.customerId(), id)
                .orElseThrow(() -> Refusal.because(SubscriptionRefusal.SUBSCRIPTION_UNKNOWN, id));
        if (!target.item().key().equals(item.key())) {
            throw refusedTarget(TransitionRefusal.TARGET_OF_OTHER_ITEM, item.title());
        }
        for (var misfit : UpgradePaths.misfits(source, target, now)) {
            throw switch (misfit) {
                case NOT_ACTIVE -> refusedTarget(TransitionRefusal.TARGET_NOT_ACTIVE);
                case CANCELLABLE -> refusedTarget(TransitionRefusal.TARGET_BUSY);
                case SHORTER_TERM -> refusedTarget(TransitionRefusal.TERM_SHORTER);
                case ENDS_EARLIER -> refusedTarget(TransitionRefusal.ENDS_TOO_EARLY);
            };
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (target.dueOn().filter(due -> !due.isAfter(today)).isPresent()) {
            throw refusedTarget(TransitionRefusal.TARGET_BUSY);
        }
        requirePlanOf(source, target, wish);
        return target;
    }

    /** Whoever joins a subscription takes its plan, and may name no other. */
    private static void requirePlanOf(Subscription source, Subscription target, NewTransition wish) {
        var present = target.commitment();
        wish.term().filter(term -> !term.equals(present.term())).ifPresent(term -> {
            if (source.item().isTrial()) {
                throw Refusal.of("termDuration", TransitionRefusal.TERM_OF_TRIAL);
            }
            throw term.months() < source.commitment().term().months()
                    ? Refusal.of("termDuration", TransitionRefusal.JOINED_TERM_SHORTER)
                    : Refusal.of(
                            "termDuration",
                            TransitionRefusal.TERM_INVALID,
                            target.item().title(),
                            term.wire());
        });
        wish.billingCycle().filter(cycle -> cycle != present.billingCycle()).ifPresent(cycle -> {
            throw Refusal.of("billingCycle", TransitionRefusal.CYCLE_INVALID, cycle.wire());
        });
    }

    private static Refusal refusedTarget(TransitionRefusal reason, Object... arguments) {
        return Refusal.of("toSubscriptionId", reason, arguments);
    }

    /** Product and SKU of a catalog item, whatever availability it names. */
    static String key(String catalogItemId) {
        var parts = catalogItemId.strip().split(":", -1);
        return parts.length < 2 ? parts[0] : parts[0] + ":" + parts[1];
    }
}
