package oroshi.subscriptions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.BillingCycle;
import oroshi.subscriptions.ScheduledNextTerm.ProductTerm;

/** A way to pay that was arranged for the next charge, as the contract nests it. Clients send it back to keep it. */
record NextChargeInstructions(
        @Nullable ProductTerm product, @Nullable Integer quantity) {
    static NextChargeInstructions of(Subscription subscription, NextCharge next) {
        return new NextChargeInstructions(
                ProductTerm.of(
                        subscription.item().id(),
                        next.billingCycle(),
                        subscription.commitment().term(),
                        next.promotionId()),
                subscription.quantity());
    }

    Optional<BillingCycle> billingCycle() {
        return Optional.ofNullable(product).map(ProductTerm::billingCycle).flatMap(BillingCycle::find);
    }
}
