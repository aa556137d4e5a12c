package oroshi.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.basics.SubscriptionId;
import oroshi.migrations.ProductUpgrade.Failure;
import oroshi.rest.WireTime;

/** The ProductUpgradeStatus resource of the contract. */
record ProductUpgradeResource(
        String id,
        String status,
        String productFamily,
        List<Line> lineItems,
        @Nullable ErrorDetails errorDetails) {
    static ProductUpgradeResource of(ProductUpgrade upgrade) {
        return new ProductUpgradeResource(
                upgrade.id().toString(),
                upgrade.status().wire(),
                "Azure",
                upgrade.products().stream()
                        .map(product -> Line.of(upgrade, product))
                        .toList(),
                upgrade.failure().map(ErrorDetails::of).orElse(null));
    }

    /** What moves, and where to. */
    record Line(
            Product sourceProduct,
            Product targetProduct,
            @Nullable String upgradedDate,
            String status,
            @Nullable ErrorDetails errorDetails) {
        static Line of(ProductUpgrade upgrade, UpgradedProduct product) {
            var isDone = upgrade.status() == ProductUpgradeStatus.COMPLETED;
            return new Line(
                    new Product(product.subscriptionId().toString(), product.name()),
                    new Product(product.planId().map(SubscriptionId::toString).orElse(null), product.planName()),
                    isDone ? upgrade.endedAt().map(WireTime::moment).orElse(null) : null,
                    upgrade.status().wire(),
                    upgrade.failure().map(ErrorDetails::of).orElse(null));
        }
    }

    /** A subscription by its id and the name of what it is to; without an id before there is one. */
    record Product(@Nullable String id, String name) {}

    /** Why it failed; some clients read the message, others the description. */
    record ErrorDetails(String code, String message, String description) {
        static ErrorDetails of(Failure failure) {
            return new ErrorDetails(String.valueOf(failure.code()), failure.text(), failure.text());
        }
    }

    /** The ProductUpgradeEligibility resource of the contract. */
    record OfEligibility(
            String customerId,
            boolean isEligible,
            String productFamily,
            @Nullable String upgradeId,
            @Nullable String reason) {
        static OfEligibility of(CustomerId customer, String family, ProductUpgrades.Eligibility eligibility) {
            return new OfEligibility(
                    customer.toString(),
                    eligibility.obstacle().isEmpty(),
                    family,
                    eligibility.upgradeId().map(Object::toString).orElse(null),
                    eligibility.obstacle().map(Throwable::getMessage).orElse(null));
        }
    }
}
