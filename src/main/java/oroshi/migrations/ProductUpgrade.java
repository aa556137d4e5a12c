package oroshi.migrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * The move of a customer from the classic Azure offer to the Azure plan, with everything that it owns of it.
 *
 * @param endedAt when it was completed, or failed
 * @param failure why it failed; nothing was changed then
 */
public record ProductUpgrade(
        PartnerId partnerId,
        UUID id,
        CustomerId customerId,
        ProductUpgradeStatus status,
        String placedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Failure> failure,
        List<UpgradedProduct> products) {
    public ProductUpgrade {
        products = List.copyOf(products);
    }

    /** Why a move could not be carried out, in the number and the words of the wire. */
    public record Failure(int code, String text) {}

    ProductUpgrade working() {
        return new ProductUpgrade(
                partnerId,
                id,
                customerId,
                ProductUpgradeStatus.IN_PROGRESS,
                placedBy,
                startedAt,
                endedAt,
                failure,
                products);
    }

    ProductUpgrade completed(Instant at, List<UpgradedProduct> became) {
        return new ProductUpgrade(
                partnerId,
                id,
                customerId,
                ProductUpgradeStatus.COMPLETED,
                placedBy,
                startedAt,
                Optional.of(at),
                Optional.empty(),
                became);
    }

    ProductUpgrade failed(Instant at, Failure why) {
        return new ProductUpgrade(
                partnerId,
                id,
                customerId,
                ProductUpgradeStatus.FAILED,
                placedBy,
                startedAt,
                Optional.of(at),
                Optional.of(why),
                products);
    }
}
