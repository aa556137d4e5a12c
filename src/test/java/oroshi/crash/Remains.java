package oroshi.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the database holds of the customers that the load added, part by part. */
final class Remains {
    /** Per part of a customer: the ids of the customers that have it, each as often as it has it. */
    private static final Map<String, String> PARTS = parts();

    private final Connection database;

    Remains(Connection database) {
        this.database = database;
    }

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("tenant", "select tenant_id from directory.tenant where initial_domain like 'crash%'");
        parts.put("domain", "select tenant_id from directory.domain where name like 'crash%'");
        parts.put("customer", "select customer_id from customers.customer where domain like 'crash%'");
        parts.put("relationship", "select customer_id from relationships.customer_relationship");
        parts.put("relationship of the tenant", "select tenant_id from relationships.tenant_relationship");
        parts.put("agreement", "select customer_id from agreements.attestation");
        parts.put(
                "administrator", "select tenant_id from directory.user_account where sign_in_name like 'admin@crash%'");
        parts.put("order", "select customer_id from orders.customer_order");
        parts.put("first subscription", subscriptions(3));
        parts.put("second subscription", subscriptions(2));
        for (var operation : Set.of("add_customer", "create_agreement", "create_order")) {
            parts.put(operation, "select customer_id from activity.record where operation = '" + operation + "'");
        }
        return parts;
    }

    private static String subscriptions(int quantity) {
        return "select customer_id from subscriptions.subscription where quantity = " + quantity;
    }

    /** The customers that have each part. */
    Map<String, Set<String>> read() throws SQLException {
        var found = new LinkedHashMap<String, Set<String>>();
        for (var part : PARTS.entrySet()) {
            found.put(part.getKey(), ids(part.getValue()));
        }
        return found;
    }

    private Set<String> ids(String query) throws SQLException {
        var ids = new TreeSet<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
