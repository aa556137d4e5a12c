package oroshi.subscriptions;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Term;

/** A longer term at once, and another way to pay for the rest of a term. */
@Component
class TermMoves {
    private static final String TERM = "termDuration";
    private static final String CYCLE = "billingCycle";

    private final OnSale onSale;
    private final TermPromotions promotions;

    TermMoves(OnSale onSale, TermPromotions promotions) {
        this.onSale = onSale;
        this.promotions = promotions;
    }

    /** The subscription in another term or with another way to pay, or a refusal with what stands against it. */
    Subscription move(Subscription before, PlanChange change, Instant now) {
        requireActive(before);
        var cycle = change.billingCycle();
        return change.term()
                .map(term ->
                        prolonged(before, term, cycle.orElse(before.commitment().billingCycle()), now))
                .orElseGet(() -> cycle.map(other -> paid(before, other)).orElse(before));
    }

    private static void requireActive(Subscription before) {
        switch (before.status()) {
            case ACTIVE -> {}
            case DELETED -> throw Refusal.because(SubscriptionRefusal.DELETED);
            case SUSPENDED, SETTING_UP, SET_UP_FAILED, PENDING, EXPIRED, DISABLED ->
                throw Refusal.because(SubscriptionRefusal.WHILE_SUSPENDED);
        }
    }

    /** The new term begins today at the price of today, and with the promotion that fits it. */
    private Subscription prolonged(Subscription before, Term term, BillingCycle cycle, Instant now) {
        requireLonger(before, term);
        var offer = onSale.offer(before, before.item().key(), now)
                .orElseThrow(() -> Refusal.of(TERM, SubscriptionRefusal.TERM_UNKNOWN, term.wire()));
        var plan = Plans.require(offer.item(), term, cycle, "");
        var terms = new TermPromotions.Terms(offer.item(), plan, before.quantity());
        var promotion = promotions.find(before, offer, terms, Optional.empty());
        return before.withTerm(Commitment.fromToday(term, cycle, now), price(offer.item(), plan, promotion))
                .withPromotion(promotion.map(Promotion::id));
    }

    private static void requireLonger(Subscription before, Term term) {
        var item = before.item();
        if (item.isTrial()) {
            throw Refusal.of(TERM, SubscriptionRefusal.TERM_OF_TRIAL);
        }
        if (item.kind() != ItemKind.LICENSE || term.isUnlimited()) {
            throw Refusal.of(TERM, SubscriptionRefusal.NOT_SUPPORTED, "Another term during the term");
        }
        if (term.months() < before.commitment().term().months()) {
            throw Refusal.of(TERM, SubscriptionRefusal.TERM_SHORTER);
        }
    }

    /**
     * Three years are paid by the month or by the year, and may change from one to the other with the next charge. The
     * price of the term is protected, so it is that of the day on which the term began.
     */
    private Subscription paid(Subscription before, BillingCycle cycle) {
        var commitment = before.commitment();
        if (cycle == commitment.billingCycle()) {
            return before.with(before.upcoming().charging(Optional.empty()));
        }
        if (cycle.months() > commitment.term().months()) {
            throw Refusal.of(CYCLE, SubscriptionRefusal.CYCLE_TOO_LONG);
        }
        var isOpen = before.item().kind() == ItemKind.LICENSE
                && commitment.term().equals(Term.THREE_YEARS)
                && isYearlyOrMonthly(cycle)
                && isYearlyOrMonthly(commitment.billingCycle())
                && before.cycleOn().isPresent();
        return Optional.of(before)
                .filter(changeable -> isOpen)
                .flatMap(changeable -> nextCharge(changeable, cycle))
                .map(next -> before.with(before.upcoming().charging(Optional.of(next))))
                .orElseThrow(() -> Refusal.of(CYCLE, SubscriptionRefusal.CYCLE_FIXED));
    }

    private static boolean isYearlyOrMonthly(BillingCycle cycle) {
        return cycle == BillingCycle.MONTHLY || cycle == BillingCycle.ANNUAL;
    }

    /** The promotion of the term goes on where it is for the other way to pay too. */
    private Optional<NextCharge> nextCharge(Subscription before, BillingCycle cycle) {
        Predicate<Promotion> isKept =
                promotion -> before.promotionId().filter(promotion::isCalled).isPresent();
        var offer =
                onSale.offer(before, before.item().key(), before.commitment().startedAt());
        return offer.flatMap(
                sold -> sold.item().plan(before.commitment().term(), cycle).map(plan -> {
                    var promotion = sold.promotions().stream()
                            .filter(isKept)
                            .filter(found -> found.discount(sold.item(), plan).isPresent())
                            .findFirst();
                    return new NextCharge(cycle, price(sold.item(), plan, promotion), promotion.map(Promotion::id));
                }));
    }

    /** What a unit costs at each charge. */
    static Money price(CatalogItem item, Plan plan, Optional<Promotion> promotion) {
        return promotion
                .flatMap(found -> found.discount(item, plan))
                .map(discount -> discount.from(plan.unitPrice()))
                .orElse(plan.unitPrice());
    }
}
