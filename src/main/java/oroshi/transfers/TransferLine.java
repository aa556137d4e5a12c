package oroshi.transfers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of a transfer; also how it is kept in one column.
 *
 * @param number of its group: a base and its add-ons go together or not at all
 * @param successorId the subscription that it became with the receiving partner
 * @param reseller number of the reseller that will be on record
 * @param error why it could not be taken over last
 */
public record TransferLine(
        int number,
        String subscriptionId,
        @Nullable String successorId,
        String offerId,
        @Nullable String orderId,
        int quantity,
        String billingCycle,
        String friendlyName,
        @Nullable String reseller,
        @Nullable String error,
        List<TransferLine> addOns) {
    boolean isDone() {
        return successorId != null;
    }

    TransferLine become(String successor, String order, List<TransferLine> others) {
        return with(successor, order, null, others);
    }

    TransferLine failed(String why) {
        return with(null, null, why, addOns);
    }

    private TransferLine with(
            @Nullable String newSuccessor,
            @Nullable String newOrder,
            @Nullable String newError,
            List<TransferLine> newAddOns) {
        return new TransferLine(
                number,
                subscriptionId,
                newSuccessor,
                offerId,
                newOrder,
                quantity,
                billingCycle,
                friendlyName,
                reseller,
                newError,
                newAddOns);
    }
}
