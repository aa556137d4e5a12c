package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over {@code catalog.price}, but for the copy that fills it. */
@Component
class PriceTable {
    private final JdbcClient jdbc;

    PriceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The prices of a market in a currency; of tiers the first, which is what one unit costs. */
    List<PriceRow> list(UUID priceListId, String market, String currency) {
        return jdbc.sql("""
                select product_id, sku_id, segment, term, billing_cycle, effective_from,
                    least(effective_to, sold_until) as effective_to, unit_price, suggested_price
                from catalog.price
                where price_list_id = :list and market = :market and currency = :currency and tier_from <= 1
                    and (sold_until is null or sold_until > effective_from)
                order by product_id, sku_id, segment, effective_from
                """)
                .param("list", priceListId)
                .param("market", market)
                .param("currency", currency)
                .query(PriceTable::price)
                .list();
    }

    private static PriceRow price(ResultSet row, int number) throws SQLException {
        return new PriceRow(
                row.getString("product_id"),
                row.getString("sku_id"),
                Segment.valueOf(row.getString("segment")),
                Term.find(row.getString("term")).orElseThrow(),
                BillingCycle.valueOf(row.getString("billing_cycle")),
                Columns.instant(row, "effective_from"),
                Columns.instant(row, "effective_to"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("suggested_price"));
    }
}
