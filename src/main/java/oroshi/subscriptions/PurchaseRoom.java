package oroshi.subscriptions;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.PurchaseLimit;
import oroshi.clock.Clocks;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** Makes room in what a customer may buy only so much of, when a subscription is gone. */
@Component
class PurchaseRoom {
    private final PurchaseCountTable counts;
    private final OnSale onSale;
    private final Clocks clocks;

    PurchaseRoom(PurchaseCountTable counts, OnSale onSale, Clocks clocks) {
        this.counts = counts;
        this.onSale = onSale;
        this.clocks = clocks;
    }

    /** Whether the customer may have as many seats of the item instead of those that the subscription has. */
    boolean isFor(Subscription subscription, CatalogItem item, int quantity) {
        return item.maximumQuantity() >= quantity
                && (!item.poolsSeats()
                        || bought(subscription, item) + more(subscription, item.key(), quantity)
                                <= item.maximumQuantity());
    }

    private int bought(Subscription subscription, CatalogItem item) {
        return counts.bought(subscription.partnerId(), subscription.customerId(), item.key(), Counted.SEATS);
    }

    private static int more(Subscription subscription, String key, int quantity) {
        return key.equals(subscription.item().key()) ? quantity - subscription.quantity() : quantity;
    }

    /** Counts the seats with which a term was renewed; refuses when somebody else took the room for them meanwhile. */
    void move(Subscription before, Subscription after) {
        var key = after.item().key();
        var more = more(before, key, after.quantity());
        if (more > 0) {
            onSale.find(after, after.commitment().startedAt())
                    .filter(CatalogItem::poolsSeats)
                    .ifPresent(item -> take(after, more, item.maximumQuantity()));
        }
        if (!key.equals(before.item().key())) {
            release(before);
        } else if (more < 0) {
            counts.release(before.partnerId(), before.customerId(), key, Counted.SEATS, -more);
        }
    }

    private void take(Subscription subscription, int more, int allowed) {
        var claim = new PurchaseClaim(subscription.item().key(), Counted.SEATS, more, allowed);
        if (!counts.claim(subscription.partnerId(), subscription.customerId(), List.of(claim))
                .isEmpty()) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
    }

    /** The seats count no more; the subscription itself does, where the limit holds for all of a customer's life. */
    void release(Subscription gone) {
        var key = gone.item().key();
        counts.release(gone.partnerId(), gone.customerId(), key, Counted.SEATS, gone.quantity());
        onSale.find(gone, clocks.of(gone.partnerId()).instant())
                .filter(item -> item.limit().scope() == PurchaseLimit.Scope.CONCURRENT)
                .ifPresent(item -> counts.release(gone.partnerId(), gone.customerId(), key, Counted.SUBSCRIPTIONS, 1));
    }
}
