package oroshi.migrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * A classic subscription, with its add-ons, on its way to new commerce.
 *
 * @param items the base first, then the add-ons
 * @param externalReference what a client calls the batch that it belongs to; empty for none
 */
public record Migration(
        PartnerId partnerId,
        UUID id,
        CustomerId customerId,
        MigrationStatus status,
        Instant startedAt,
        Optional<Instant> completedAt,
        String externalReference,
        String placedBy,
        List<MigratedItem> items) {
    public Migration {
        items = List.copyOf(items);
    }

    public MigratedItem base() {
        return items.getFirst();
    }

    public List<MigratedItem> addOns() {
        return items.subList(1, items.size());
    }

    Migration ended(MigrationStatus end, Instant at, List<MigratedItem> became) {
        return new Migration(
                partnerId, id, customerId, end, startedAt, Optional.of(at), externalReference, placedBy, became);
    }
}
