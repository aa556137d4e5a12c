package oroshi.migrations;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** The SQL by which migrations and their schedules are listed: both bear the columns that a query names. */
final class ListedMigrations {
    private ListedMigrations() {}

    /** The rows of the partner that fit the query and follow another, in the order of the ids in the column. */
    static String after(String idColumn) {
        return """
                where partner_id = :partnerId
                    and (cast(:customerId as uuid) is null or customer_id = cast(:customerId as uuid))
                    and (cast(:subscriptionId as uuid) is null or subscription_id = cast(:subscriptionId as uuid))
                    and (cast(:reference as text) is null or external_reference = :reference)
                    and (cast(:after as uuid) is null or %1$s > cast(:after as uuid))
                order by %1$s
                limit :most
                """.formatted(idColumn);
    }

    static Map<String, @Nullable Object> parameters(
            PartnerId partnerId, MigrationQuery query, Optional<UUID> after, int most) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("partnerId", partnerId.value());
        parameters.put(
                "customerId", query.customerId().map(CustomerId::toString).orElse(null));
        parameters.put(
                "subscriptionId",
                query.subscriptionId().map(SubscriptionId::toString).orElse(null));
        parameters.put("reference", query.externalReference().orElse(null));
        parameters.put("after", after.map(UUID::toString).orElse(null));
        parameters.put("most", most);
        return parameters;
    }
}
