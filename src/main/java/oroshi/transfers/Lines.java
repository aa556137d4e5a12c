package oroshi.transfers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.subscriptions.Subscription;

/** Makes the lines of a transfer. */
final class Lines {
    private Lines() {}

    /** The subscription as a line of the group. */
    static TransferLine of(
            Subscription subscription, int number, @Nullable String reseller, List<TransferLine> addOns) {
        return new TransferLine(
                number,
                subscription.id().toString(),
                null,
                subscription.item().id(),
                null,
                subscription.quantity(),
                subscription.commitment().billingCycle().wire(),
                subscription.friendlyName(),
                reseller,
                null,
                addOns);
    }
}
