package oroshi.subscriptions;

import org.springframework.stereotype.Component;
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

    /** The seats count no more; the subscription itself does, where the limit holds for all of a customer's life. */
    void release(Subscription gone) {
        var key = gone.item().key();
        counts.release(gone.partnerId(), gone.customerId(), key, Counted.SEATS, gone.quantity());
        onSale.find(gone, clocks.of(gone.partnerId()).instant())
                .filter(item -> item.limit().scope() == PurchaseLimit.Scope.CONCURRENT)
                .ifPresent(item -> counts.release(gone.partnerId(), gone.customerId(), key, Counted.SUBSCRIPTIONS, 1));
    }
}
