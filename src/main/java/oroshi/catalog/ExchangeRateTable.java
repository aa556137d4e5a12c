package oroshi.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;

/** All SQL over {@code catalog.exchange_rate}. */
@Component
class ExchangeRateTable {
    private final JdbcClient jdbc;

    ExchangeRateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The month's rates of the latest list that has begun and has any for the month. */
    List<ExchangeRate> list(Cloud cloud, String month, Instant at) {
        return jdbc.sql("""
                select month, currency, usd_per_unit from catalog.exchange_rate
                where month = :month and price_list_id = (
                    select l.price_list_id
                    from catalog.price_list l join catalog.exchange_rate r using (price_list_id)
                    where l.cloud = :cloud and l.activated_at is not null and l.effective_from <= :at
                        and r.month = :month
                    order by l.effective_from desc
                    limit 1)
                order by currency
                """)
                .param("cloud", cloud.name())
                .param("month", month)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ExchangeRate(
                        row.getString("month"), row.getString("currency"), row.getBigDecimal("usd_per_unit")))
                .list();
    }

    /** Stores the rate; false when the currency has one for the month already. */
    boolean insert(UUID priceListId, ExchangeRate rate) {
        return jdbc.sql("""
                insert into catalog.exchange_rate (price_list_id, month, currency, usd_per_unit)
                values (:list, :month, :currency, :usdPerUnit)
                on conflict do nothing
                """)
                        .param("list", priceListId)
                        .param("month", rate.month())
                        .param("currency", rate.currency())
                        .param("usdPerUnit", rate.usdPerUnit())
                        .update()
                == 1;
    }
}
