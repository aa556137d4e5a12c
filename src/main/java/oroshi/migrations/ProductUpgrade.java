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
        return with(ProductUpgradeStatus.IN_PROGRESS, endedAt, failure, products);
    }

    ProductUpgrade completed(Instant at, List<UpgradedProduct> became) {
        return with(ProductUpgradeStatus.COMPLETED, Optional.of(at), Optional.empty(), became);
    }

    ProductUpgrade failed(Instant at, Failure why) {
        return with(ProductUpgradeStatus.FAILED, Optional.of(at), Optional.of(why), products);
    }

    private ProductUpgrade with(
            ProductUpgradeStatus newStatus,
            Optional<Instant> newEnd,
            Optional<Failure> newFailure,
            List<UpgradedProduct> newProducts) {
        return new ProductUpgrade(
                partnerId, id, customerId, newStatus, placedBy, startedAt, newEnd, newFailure, newProducts);
    }
}
