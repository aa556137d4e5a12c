package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** What can be scheduled for the renewal of a subscription: what is sold on that day, as far as is known today. */
@Component
class Schedules {
    private static final String FIELD = "scheduledNextTermInstructions";
    private static final String PRODUCT = FIELD + ".product";

    private final SubscriptionTable table;
    private final OnSale onSale;
    private final SeatMoves seats;
    private final TermPromotions promotions;
    private final PurchaseCountTable counts;

    Schedules(
            SubscriptionTable table,
            OnSale onSale,
            SeatMoves seats,
            TermPromotions promotions,
            PurchaseCountTable counts) {
        this.table = table;
        this.onSale = onSale;
        this.seats = seats;
        this.promotions = promotions;
        this.counts = counts;
    }

    /** The wish with everything that it left open, or a refusal with the first rule that it breaks. */
    NextTerm require(Subscription subscription, NextTerm wish) {
        var startsOn = startsOn(subscription);
        var at = startsOn.atStartOfDay().toInstant(ZoneOffset.UTC);
        var offer = onSale.offer(subscription, wish.key(), at)
                .filter(found -> !found.item().isLegacy())
                .orElseThrow(() -> Refusal.of(PRODUCT, SubscriptionRefusal.NEXT_ITEM_NOT_SOLD, wish.itemId()));
        var item = offer.item();
        if (item.isTrial() || !reachableFrom(subscription, at).test(item)) {
            throw Refusal.of(PRODUCT, SubscriptionRefusal.NEXT_ITEM_NOT_REACHABLE, item.title());
        }
        var plan = Plans.require(item, wish.term(), wish.billingCycle(), PRODUCT + ".");
        requireSeats(subscription, item, wish.quantity());
        wish.lastDay().ifPresent(day -> requireEnd(subscription, item, plan, startsOn, day));
        if (wish.quantity() != subscription.quantity() || subscription.item().isTrial()) {
            seats.requireAgreement(subscription);
        }
        var promotion = promotion(subscription, offer, new TermPromotions.Terms(item, plan, wish.quantity()), wish);
        return new NextTerm(
                item.id(),
                wish.quantity(),
                plan.term(),
                plan.billingCycle(),
                promotion.map(Promotion::id),
                wish.lastDay());
    }

    private static LocalDate startsOn(Subscription subscription) {
        var item = subscription.item();
        if (item.kind().isBenefit()) {
            throw Refusal.of(FIELD, SubscriptionRefusal.BENEFIT_FIXED);
        }
        var startsOn = subscription.commitment().nextTermOn();
        if (item.isLegacy() || item.kind() == ItemKind.USAGE || startsOn.isEmpty()) {
            throw Refusal.of(FIELD, SubscriptionRefusal.NOT_SUPPORTED, FIELD);
        }
        if (subscription.status() != SubscriptionStatus.ACTIVE || !subscription.renewsItself()) {
            throw Refusal.of(FIELD, SubscriptionRefusal.SCHEDULE_NEEDS_RENEWAL);
        }
        return startsOn.get();
    }

    /** What the subscription can renew into. */
    List<CatalogItem> reachable(Subscription subscription) {
        var at = startsOn(subscription).atStartOfDay().toInstant(ZoneOffset.UTC);
        var isReachable = reachableFrom(subscription, at);
        return onSale.list(subscription, at).stream()
                .filter(item -> !item.isLegacy() && !item.isTrial())
                .filter(isReachable)
                .toList();
    }

    /** Another SKU of the product, or one up or down a path of upgrades; from a trial, what it can turn into. */
    private Predicate<CatalogItem> reachableFrom(Subscription subscription, Instant at) {
        var key = subscription.item().key();
        var present = onSale.find(subscription, at);
        if (subscription.item().isTrial()) {
            var targets =
                    present.map(item -> afterTrial(subscription, item, at)).orElse(Set.of());
            return item -> targets.contains(item.key());
        }
        var upgrades = present.map(CatalogItem::upgradeTargets).orElse(List.of());
        return item -> product(key).equals(product(item.key()))
                || upgrades.contains(item.key())
                || item.upgradeTargets().contains(key);
    }

    private Set<String> afterTrial(Subscription subscription, CatalogItem trial, Instant at) {
        var targets = new HashSet<>(trial.conversionTargets());
        trial.conversionTargets().forEach(paid -> onSale.find(subscription, paid, at)
                .map(CatalogItem::upgradeTargets)
                .ifPresent(targets::addAll));
        return targets;
    }

    private void requireSeats(Subscription subscription, CatalogItem item, int quantity) {
        var field = FIELD + ".quantity";
        if (quantity < item.minimumQuantity() || quantity > item.maximumQuantity()) {
            throw Refusal.of(field, SubscriptionRefusal.QUANTITY_RANGE, item.minimumQuantity(), item.maximumQuantity());
        }
        if (!item.poolsSeats()) {
            return;
        }
        var own = item.key().equals(subscription.item().key()) ? subscription.quantity() : 0;
        var bought = counts.bought(subscription.partnerId(), subscription.customerId(), item.key(), Counted.SEATS);
        var room = item.maximumQuantity() - bought;
        if (quantity - own > room) {
            throw Refusal.of(field, SubscriptionRefusal.SEATS_EXHAUSTED, Math.max(0, room));
        }
    }

    private void requireEnd(Subscription subscription, CatalogItem item, Plan plan, LocalDate startsOn, LocalDate day) {
        var field = FIELD + ".customTermEndDate";
        if (item.kind() != ItemKind.LICENSE || subscription.item().isTrial()) {
            throw Refusal.of(field, SubscriptionRefusal.END_DATE_PRODUCT);
        }
        new Alignment(startsOn, plan.term(), () -> table.list(subscription.partnerId(), subscription.customerId()))
                .misfit(day)
                .ifPresent(misfit -> {
                    throw Refusal.of(field, reason(misfit), day);
                });
    }

    private static SubscriptionRefusal reason(Alignment.Misfit misfit) {
        return switch (misfit) {
            case OUTSIDE_TERM, NEAR_MONTH_END, ONLY_MONTHLY_ENDS -> SubscriptionRefusal.END_DATE_INVALID;
            case NOTHING_ENDS -> SubscriptionRefusal.END_DATE_UNALIGNED;
        };
    }

    private Optional<Promotion> promotion(
            Subscription subscription, Verdict.ForSale offer, TermPromotions.Terms terms, NextTerm wish) {
        var found = promotions.find(subscription, offer, terms, wish.promotionId());
        if (found.isEmpty() && wish.promotionId().isPresent()) {
            throw Refusal.of(
                    PRODUCT + ".promotionId",
                    SubscriptionRefusal.PROMOTION_INVALID,
                    wish.promotionId().get());
        }
        return found;
    }

    private static String product(String key) {
        return key.split(":", -1)[0];
    }
}
