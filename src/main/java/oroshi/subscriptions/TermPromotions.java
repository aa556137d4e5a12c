package oroshi.subscriptions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;

/** Which promotion makes another term of a subscription cheaper, if one does. Trials convert without. */
@Component
class TermPromotions {
    private static final Set<SubscriptionStatus> USABLE =
            Set.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.SETTING_UP, SubscriptionStatus.PENDING);

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
        return offer.promotions().stream()
                .filter(promotion -> isCandidate(subscription, promotion, named))
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
        return !(promotion.isFirstPurchaseOnly() && hadBefore(owned, terms.item())) && ownsRequired(owned, promotion);
    }

    private boolean isUsedUp(Subscription subscription, PurchaseClaim claim) {
        var used = counts.bought(subscription.partnerId(), subscription.customerId(), claim.itemKey(), claim.counted());
        return used > claim.allowed() - claim.amount();
    }

    /** Every subscription counts that the customer ever had, this one and a trial of the product too. */
    private static boolean hadBefore(List<Subscription> owned, CatalogItem item) {
        return owned.stream()
                .map(Subscription::item)
                .anyMatch(had -> had.key().equals(item.key())
                        || (had.isTrial() && product(had.key()).equals(product(item.key()))));
    }

    private static boolean ownsRequired(List<Subscription> owned, Promotion promotion) {
        var keys = owned.stream()
                .filter(subscription -> USABLE.contains(subscription.status()))
                .map(subscription -> subscription.item().key())
                .collect(Collectors.toSet());
        return promotion.requiredProducts().stream()
                .allMatch(alternatives -> alternatives.stream().anyMatch(keys::contains));
    }

    private static String product(String key) {
        return key.split(":", -1)[0];
    }
}
