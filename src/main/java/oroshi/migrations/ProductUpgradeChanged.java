package oroshi.migrations;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** The move of a customer to the Azure plan began or came further; published inside the transaction that stores it. */
public record ProductUpgradeChanged(
        PartnerId partnerId, CustomerId customer, String operation, String resourceId, Map<String, Object> newValues)
        implements BusinessEvent {
    public ProductUpgradeChanged {
        newValues = Map.copyOf(newValues);
    }

    static ProductUpgradeChanged of(ProductUpgrade upgrade) {
        return new ProductUpgradeChanged(
                upgrade.partnerId(),
                upgrade.customerId(),
                upgrade.status() == ProductUpgradeStatus.PENDING ? "create_product_upgrade" : "update_product_upgrade",
                upgrade.id().toString(),
                Map.of(
                        "status",
                        upgrade.status().wire(),
                        "subscriptions",
                        upgrade.products().stream()
                                .map(product -> product.subscriptionId().toString())
                                .collect(Collectors.joining(" ")),
                        "plans",
                        upgrade.products().stream()
                                .flatMap(product -> product.planId().stream())
                                .map(Object::toString)
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        "failure",
                        upgrade.failure().map(ProductUpgrade.Failure::text).orElse("")));
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }

    @Override
    public String resourceType() {
        return "product_upgrade";
    }
}
