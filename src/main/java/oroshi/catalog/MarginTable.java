package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code catalog.margin}. */
@Component
class MarginTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    MarginTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Margin> list(PartnerId partnerId) {
        return jdbc.sql("""
                select margin_id, type, product_id, sku_id, publisher_name, product_title, sku_title, product_type,
                    percentage, price_configuration, countries, starts_at, ends_at, status, status_at
                from catalog.margin where partner_id = :partnerId
                order by starts_at, margin_id
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> margin(row))
                .list();
    }

    /** Stores the margin in place of the one with its id. */
    void put(PartnerId partnerId, Margin margin) {
        var prices = margin.prices();
        jdbc.sql("""
                insert into catalog.margin (partner_id, margin_id, type, product_id, sku_id, publisher_name,
                    product_title, sku_title, product_type, percentage, price_configuration, countries, starts_at,
                    ends_at, status, status_at)
                values (:partnerId, :id, :type, :productId, :skuId, :publisherName, :productTitle, :skuTitle,
                    :productType, :percentage, :prices::jsonb, :countries, :startsAt, :endsAt, :status, :statusAt)
                on conflict (partner_id, margin_id) do update
                set type = excluded.type, product_id = excluded.product_id, sku_id = excluded.sku_id,
                    publisher_name = excluded.publisher_name, product_title = excluded.product_title,
                    sku_title = excluded.sku_title, product_type = excluded.product_type,
                    percentage = excluded.percentage, price_configuration = excluded.price_configuration,
                    countries = excluded.countries, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    status = excluded.status, status_at = excluded.status_at
                where margin.partner_id = :partnerId
                """)
                .param("partnerId", partnerId.value())
                .param("id", margin.id())
                .param("type", margin.type().name())
                .param("productId", margin.productId())
                .param("skuId", margin.skuId())
                .param("publisherName", margin.publisherName())
                .param("productTitle", margin.productTitle())
                .param("skuTitle", margin.skuTitle())
                .param("productType", margin.productType())
                .param("percentage", margin.percentage())
                .param("prices", prices == null ? null : json.writeValueAsString(prices))
                .param("countries", margin.countries().toArray(String[]::new))
                .param("startsAt", margin.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", margin.endsAt().atOffset(ZoneOffset.UTC))
                .param("status", margin.status())
                .param("statusAt", margin.statusAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Removes the margin; false when the partner has none with the id. */
    boolean delete(PartnerId partnerId, String id) {
        return jdbc.sql("delete from catalog.margin where partner_id = :partnerId and margin_id = :id")
                        .param("partnerId", partnerId.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private Margin margin(ResultSet row) throws SQLException {
        var prices = row.getString("price_configuration");
        return new Margin(
                row.getString("margin_id"),
                Margin.Type.valueOf(row.getString("type")),
                row.getString("product_id"),
                row.getString("sku_id"),
                row.getString("publisher_name"),
                row.getString("product_title"),
                row.getString("sku_title"),
                row.getString("product_type"),
                row.getBigDecimal("percentage"),
                prices == null ? null : json.readValue(prices, PriceConfiguration.class),
                Columns.list(row, "countries"),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                row.getString("status"),
                Columns.instant(row, "status_at"));
    }
}
