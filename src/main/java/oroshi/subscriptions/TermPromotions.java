package oroshi.subscriptions;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;

/** Which promotion makes another term of a subscription cheaper, if one does. Trials convert without. */
@Component
class TermPromotions {
    private final SubscriptionTable table;
    private final OnSale onSale;
    private final PurchaseCountTable counts;

    TermPromotions(SubscriptionTable table, OnSale onSale, PurchaseCountTable counts) {
        this.table = table;
        this.onSale = onSale;
        this.counts = counts;
    }

    /** What a term is about: so many units of an item, paid for in a way. */
    record Terms(CatalogItem item, Plan plan, int quantity) {}

    /**
     * The promotion with the deepest discount of those that the customer is entitled to: the one that is named, else
     * those that apply by themselves and the one that the subscription has.
     */
    Optional<Promotion> find(Subscription subscription, Verdict.ForSale offer, Terms terms, Optional<String> named) {
        if (subscription.item().isTrial()) {
            return Optional.empty();
        }
        return deepest(subscription, offer, terms, promotion -> isCandidate(subscription, promotion, named));
    }

    /** The promotion with the deepest discount of those candidates that the customer is entitled to. */
    Optional<Promotion> deepest(
            Subscription subscription, Verdict.ForSale offer, Terms terms, Predicate<Promotion> candidates) {
        return offer.promotions().stream()
                .filter(candidates)
                .filter(promotion ->
                        promotion.discount(terms.item(), terms.plan()).isPresent())
                .filter(promotion -> isOpen(subscription, promotion, terms))
                .max(Comparator.comparing(promotion -> promotion
                        .discount(terms.item(), terms.plan())
                        .orElseThrow()
                        .fraction()));
    }

    private static boolean isCandidate(Subscription subscription, Promotion promotion, Optional<String> named) {
        return named.map(promotion::isCalled)
                .orElseGet(() -> promotion.isAutoApplicable()
                        || subscription
                                .promotionId()
                                .filter(promotion::isCalled)
                                .isPresent());
    }

    /** Counts the use of the promotion with which another term began; refuses when somebody else took the last of it. */
    void take(Subscription before, Subscription after) {
        var term = after.commitment();
        if (term.startedAt().equals(before.commitment().startedAt())
                || after.promotionId().isEmpty()) {
            return;
        }
        onSale.offer(after, after.item().key(), term.startedAt()).stream()
                .flatMap(offer -> offer.promotions().stream())
                .filter(promotion ->
                        after.promotionId().filter(promotion::isCalled).isPresent())
                .findFirst()
                .ifPresent(promotion -> claim(after, promotion));
    }

    private void claim(Subscription after, Promotion promotion) {
        var claims = PromotionUse.claims(promotion, after.quantity());
        if (!counts.claim(after.partnerId(), after.customerId(), claims).isEmpty()) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
    }

    private boolean isOpen(Subscription subscription, Promotion promotion, Terms terms) {
        var minimum = Optional.ofNullable(promotion.minimumSeats()).orElse(1);
        if (terms.quantity() < minimum
                || PromotionUse.claims(promotion, terms.quantity()).stream()
                        .anyMatch(claim -> isUsedUp(subscription, claim))) {
            return false;
        }
        if (!promotion.isFirstPurchaseOnly() && promotion.requiredProducts().isEmpty()) {
            return true;
        }
        var owned = table.list(subscription.partnerId(), subscription.customerId());
        return !(promotion.isFirstPurchaseOnly() && PromotionUse.hadBefore(owned, terms.item()))
                && PromotionUse.ownsRequired(owned, promotion);
    }

    private boolean isUsedUp(Subscription subscription, PurchaseClaim claim) {
        var used = counts.bought(subscription.partnerId(), subscription.customerId(), claim.itemKey(), claim.counted());
        return used > claim.allowed() - claim.amount();
    }
}
