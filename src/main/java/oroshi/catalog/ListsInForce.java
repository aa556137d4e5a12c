package oroshi.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import oroshi.basics.Cloud;
import oroshi.database.TransactionCargo;

/**
 * The price list in force at a moment. A transaction looks it up once, so that what it judges, prices and orders comes from
 * the same state of the list.
 */
@Component
class ListsInForce {
    private final PriceListTable table;

    ListsInForce(PriceListTable table) {
        this.table = table;
    }

    Optional<PriceList> find(Cloud cloud, Instant at) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return table.findInForce(cloud, at);
        }
        return TransactionCargo.get(Found.class, Found::new, "Only a transaction remembers")
                .lists
                .computeIfAbsent(new Moment(cloud, at), moment -> table.findInForce(cloud, at));
    }

    private record Moment(Cloud cloud, Instant at) {}

    /** What one transaction has looked up. */
    private static final class Found implements TransactionSynchronization {
        private final Map<Moment, Optional<PriceList>> lists = new HashMap<>();
    }
}
