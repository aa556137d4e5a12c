package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;
import oroshi.subscriptions.TermPromotions.Terms;

/** What happens to a subscription by itself on the day on which it is due. No agreement and no credit is asked for. */
@Component
class Renewals {
    private static final int EXPIRED_DAYS = 30;
    private static final int DISABLED_DAYS = 90;

    private final OnSale onSale;
    private final Conversions conversions;
    private final TermPromotions promotions;
    private final PurchaseRoom room;

    Renewals(OnSale onSale, Conversions conversions, TermPromotions promotions, PurchaseRoom room) {
        this.onSale = onSale;
        this.conversions = conversions;
        this.promotions = promotions;
        this.room = room;
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

    /** One more term at the price of its first day, as it was scheduled or else as before. */
    private Subscription renewed(Subscription due, LocalDate day) {
        var next = due.upcoming().nextTerm().or(() -> conversions.find(due, day));
        if (next.isPresent()) {
            return scheduled(due, next.get(), day);
        }
        return due.item().isTrial() ? ended(due, day) : again(due, day);
    }

    /**
     * As it was scheduled. What is not sold any more can't be renewed into; when the customer may not have as many seats
     * any more, the subscription renews as it is.
     */
    private Subscription scheduled(Subscription due, NextTerm next, LocalDate day) {
        var offer = onSale.offer(due, next.key(), start(day));
        var plan = offer.flatMap(sold -> sold.item().plan(next.term(), next.billingCycle()));
        if (offer.isEmpty()
                || plan.filter(found -> due.isPricedIn(found.unitPrice())).isEmpty()) {
            return ended(due, day);
        }
        var item = offer.get().item();
        if (!room.isFor(due, item, next.quantity())) {
            return due.item().isTrial() ? ended(due, day) : again(due, day);
        }
        var full = Commitment.of(day, next.term(), next.billingCycle());
        var commitment = next.lastDay()
                .filter(last -> full.lastDay().filter(last::isBefore).isPresent())
                .map(full::until)
                .orElse(full);
        var terms = new Terms(item, plan.get(), next.quantity());
        return begun(due, offer.get(), terms, commitment, next.promotionId());
    }

    /** As before, or for the term that was chosen at the purchase. */
    private Subscription again(Subscription due, LocalDate day) {
        var offer = onSale.offer(due, due.item().key(), start(day));
        var plan = offer.flatMap(sold -> plan(due, sold.item())).filter(found -> due.isPricedIn(found.unitPrice()));
        if (due.item().isLegacy()) {
            var price = plan.map(Plan::unitPrice).orElse(due.unitPrice());
            return due.withTerm(due.commitment().again(day), price);
        }
        if (offer.isEmpty() || plan.isEmpty()) {
            return ended(due, day);
        }
        var commitment = Commitment.of(day, plan.get().term(), plan.get().billingCycle());
        var terms = new Terms(offer.get().item(), plan.get(), due.quantity());
        return begun(due, offer.get(), terms, commitment, Optional.empty());
    }

    private Subscription begun(
            Subscription due, Verdict.ForSale offer, Terms terms, Commitment commitment, Optional<String> promotionId) {
        var promotion = promotions.find(due, offer, terms, promotionId);
        var item = SubscribedItem.of(terms.item());
        return (item.key().equals(due.item().key()) ? due : due.of(item))
                .withSeats(terms.quantity(), due.batches())
                .withTerm(commitment, TermMoves.price(terms.item(), terms.plan(), promotion))
                .withPromotion(promotion.map(Promotion::id));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The plan of the next term: as before, or the term that was chosen for it, if it can be in the same cycle. */
    private static Optional<Plan> plan(Subscription due, CatalogItem item) {
        var commitment = due.commitment();
        if (item.isLegacy()) {
            return item.plan(commitment.billingCycle());
        }
        var term = due.renewalTerm().orElse(commitment.term());
        return item.plan(term, due.upcoming().cycleAfter(commitment.billingCycle()))
                .or(() -> item.plan(term, commitment.billingCycle()))
                .or(() -> due.renewalTerm().flatMap(chosen -> item.plans().stream()
                        .filter(plan -> plan.term().equals(chosen))
                        .findFirst()));
    }

    private static Subscription ended(Subscription due, LocalDate day) {
        return moved(due, SubscriptionStatus.EXPIRED, day.plusDays(EXPIRED_DAYS));
    }

    private static Subscription deleted(Subscription due) {
        return due.with(due.standing().at(SubscriptionStatus.DELETED, Optional.empty()))
                .with(Upcoming.NOTHING);
    }

    private static Subscription moved(Subscription due, SubscriptionStatus next, LocalDate until) {
        return due.with(due.standing().at(next, Optional.of(until))).with(Upcoming.NOTHING);
    }
}
