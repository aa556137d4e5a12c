package oroshi.transfers;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A transfer was offered, accepted, rejected or withdrawn; published on both sides inside the one transaction. */
public record TransferChanged(CustomerId customer, String operation, String resourceId, Map<String, Object> newValues)
        implements BusinessEvent {
    public TransferChanged {
        newValues = Map.copyOf(newValues);
    }

    static TransferChanged of(Transfer transfer, String operation) {
        return new TransferChanged(
                transfer.customerId(),
                operation,
                transfer.id().toString(),
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

    @Override
    public String resourceType() {
        return "transfer";
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }
}
