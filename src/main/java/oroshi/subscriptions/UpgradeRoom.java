package oroshi.subscriptions;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.PurchaseLimit;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** Counts an upgrade where a customer may have only so much: of the old product less, of the new one more. */
@Component
class UpgradeRoom {
    private final PurchaseCountTable counts;
    private final PurchaseRoom room;

    UpgradeRoom(PurchaseCountTable counts, PurchaseRoom room) {
        this.counts = counts;
        this.room = room;
    }

    /** Refuses when there is no room for the new product. */
    void take(TransitionPlan plan) {
        var source = plan.before();
        if (plan.isFull()) {
            room.release(source);
        } else {
            counts.release(
                    source.partnerId(),
                    source.customerId(),
                    source.item().key(),
                    Counted.SEATS,
                    plan.wish().quantity());
        }
        var missing = counts.claim(source.partnerId(), source.customerId(), claims(plan));
        if (!missing.isEmpty()) {
            throw refused(source, missing.getFirst());
        }
    }

    /** As {@link #take} for a look, which takes nothing. */
    void require(TransitionPlan plan) {
        var source = plan.before();
        for (var claim : claims(plan)) {
            var bought = counts.bought(source.partnerId(), source.customerId(), claim.itemKey(), claim.counted());
            if (bought + claim.amount() > claim.allowed()) {
                throw refused(source, claim);
            }
        }
    }

    private static List<PurchaseClaim> claims(TransitionPlan plan) {
        var item = plan.item();
        var seats = plan.wish().quantity();
        var claims = new ArrayList<PurchaseClaim>();
        if (item.limit().scope() != PurchaseLimit.Scope.NONE
                && plan.targetBefore().isEmpty()) {
            claims.add(new PurchaseClaim(
                    item.key(), Counted.SUBSCRIPTIONS, 1, item.limit().count()));
        }
        if (item.poolsSeats()) {
            claims.add(new PurchaseClaim(item.key(), Counted.SEATS, seats, item.maximumQuantity()));
        }
        plan.promotion().map(promotion -> PromotionUse.claims(promotion, seats)).ifPresent(claims::addAll);
        return claims;
    }

    private Refusal refused(Subscription source, PurchaseClaim claim) {
        return switch (claim.counted()) {
            case SUBSCRIPTIONS -> Refusal.because(TransitionRefusal.LIMIT_REACHED, claim.allowed());
            case SEATS -> {
                var bought = counts.bought(source.partnerId(), source.customerId(), claim.itemKey(), Counted.SEATS);
                yield Refusal.of("quantity", TransitionRefusal.SEATS_EXHAUSTED, Math.max(0, claim.allowed() - bought));
            }
            case REDEMPTIONS, PROMOTED_SEATS -> Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        };
    }
}
