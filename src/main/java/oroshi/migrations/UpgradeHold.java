package oroshi.migrations;

import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.orders.AzureHold;

/** Tells orders of the moves to the Azure plan. */
@Component
class UpgradeHold implements AzureHold {
    private final ProductUpgradeTable table;

    UpgradeHold(ProductUpgradeTable table) {
        this.table = table;
    }

    @Override
    public Optional<Move> find(PartnerId partnerId, CustomerId customerId) {
        return table.findLatest(partnerId, customerId)
                .flatMap(upgrade -> stage(upgrade.status()).map(stage -> new Move(upgrade.id(), stage)));
    }

    private static Optional<Stage> stage(ProductUpgradeStatus status) {
        return switch (status) {
            case PENDING -> Optional.of(Stage.PENDING);
            case IN_PROGRESS -> Optional.of(Stage.RUNNING);
            case FAILED -> Optional.of(Stage.FAILED);
            case COMPLETED -> Optional.empty();
        };
    }
}
