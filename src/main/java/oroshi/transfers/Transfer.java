package oroshi.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * An offer of one partner to another to take over subscriptions of a customer that both serve.
 *
 * @param sourceId the losing partner
 * @param targetId the gaining partner
 */
record Transfer(
        UUID id,
        CustomerId customerId,
        PartnerId sourceId,
        PartnerId targetId,
        String customerName,
        TransferStatus status,
        List<TransferLine> lines,
        Instant createdAt,
        Instant modifiedAt,
        Optional<Instant> completedAt,
        String modifiedBy) {
    Transfer {
        lines = List.copyOf(lines);
    }

    Transfer at(TransferStatus next, List<TransferLine> others, Instant now, String by) {
        return new Transfer(
                id,
                customerId,
                sourceId,
                targetId,
                customerName,
                next,
                others,
                createdAt,
                now,
                next == TransferStatus.COMPLETE ? Optional.of(now) : Optional.empty(),
                by);
    }
}
