package oroshi.subscriptions;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** All SQL over {@code subscriptions.purchase_count}. */
@Component
class PurchaseCountTable {
    private static final Comparator<PurchaseClaim> ORDER =
            Comparator.comparing(PurchaseClaim::itemKey).thenComparing(PurchaseClaim::counted);

    private final JdbcClient jdbc;

    PurchaseCountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts the purchases and returns those that no longer fit. Rows are taken in one order everywhere, so that two
     * orders wait for each other instead of for ever.
     */
    List<PurchaseClaim> claim(PartnerId partnerId, CustomerId customerId, List<PurchaseClaim> claims) {
        var sorted = claims.stream().sorted(ORDER).toList();
        var granted = new HashSet<>(jdbc.sql("""
                insert into subscriptions.purchase_count as stored
                    (partner_id, customer_id, item_key, counted, bought, allowed)
                select :partnerId, :customerId, item_key, counted, amount, allowed
                from unnest(:keys, :counted, :amounts, :allowed) as claim (item_key, counted, amount, allowed)
                where amount <= allowed
                on conflict (partner_id, customer_id, item_key, counted) do update
                set bought = stored.bought + excluded.bought, allowed = excluded.allowed
                where stored.bought + excluded.bought <= excluded.allowed
                returning item_key, counted
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("keys", sorted.stream().map(PurchaseClaim::itemKey).toArray(String[]::new))
                .param(
                        "counted",
                        sorted.stream().map(claim -> claim.counted().name()).toArray(String[]::new))
                .param("amounts", sorted.stream().map(PurchaseClaim::amount).toArray(Integer[]::new))
                .param("allowed", sorted.stream().map(PurchaseClaim::allowed).toArray(Integer[]::new))
                .query((row, number) -> new Key(row.getString("item_key"), Counted.valueOf(row.getString("counted"))))
                .list());
        return sorted.stream()
                .filter(claim -> !granted.contains(new Key(claim.itemKey(), claim.counted())))
                .toList();
    }

    /** Makes room again; nothing happens when nobody counts the item. */
    void release(PartnerId partnerId, CustomerId customerId, String itemKey, Counted counted, int amount) {
        jdbc.sql("""
                update subscriptions.purchase_count set bought = greatest(0, bought - :amount)
                where partner_id = :partnerId and customer_id = :customerId and item_key = :itemKey
                    and counted = :counted
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("itemKey", itemKey)
                .param("counted", counted.name())
                .param("amount", amount)
                .update();
    }

    /** How many of the item the customer has bought. */
    int bought(PartnerId partnerId, CustomerId customerId, String itemKey, Counted counted) {
        return jdbc.sql("""
                select bought from subscriptions.purchase_count
                where partner_id = :partnerId and customer_id = :customerId and item_key = :itemKey
                    and counted = :counted
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("itemKey", itemKey)
                .param("counted", counted.name())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private record Key(String itemKey, Counted counted) {}
}
