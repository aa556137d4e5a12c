package oroshi.transfers;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * A transfer began, or went on; published on both sides inside the one transaction.
 *
 * @param isNew whether somebody has to decide about it now
 * @param by the partner that did it; nobody when it happened by itself
 */
public record TransferChanged(
        CustomerId customer,
        String operation,
        String resourceId,
        TransferStatus status,
        boolean isNew,
        Optional<PartnerId> by,
        PartnerId sourceId,
        PartnerId targetId,
        Map<String, Object> newValues)
        implements BusinessEvent {
    public TransferChanged {
        newValues = Map.copyOf(newValues);
    }

    static TransferChanged begun(Transfer transfer, PartnerId by) {
        return of(transfer, "create_transfer", true, Optional.of(by));
    }

    static TransferChanged of(Transfer transfer, String operation, Optional<PartnerId> by) {
        return of(transfer, operation, false, by);
    }

    private static TransferChanged of(Transfer transfer, String operation, boolean isNew, Optional<PartnerId> by) {
        return new TransferChanged(
                transfer.customerId(),
                operation,
                transfer.id().toString(),
                transfer.status(),
                isNew,
                by,
                transfer.sourceId(),
                transfer.targetId(),
                Map.of(
                        "status",
                        transfer.status().wire(),
                        "sourcePartnerTenantId",
                        transfer.sourceId().toString(),
                        "targetPartnerTenantId",
                        transfer.targetId().toString(),
                        "subscriptions",
                        transfer.lines().stream()
                                .map(TransferLine::subscriptionId)
                                .toList()));
    }

    /** The other of the two. */
    public PartnerId otherThan(PartnerId partnerId) {
        return partnerId.equals(sourceId) ? targetId : sourceId;
    }

    @Override
    public String resourceType() {
        return "transfer";
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }
}
