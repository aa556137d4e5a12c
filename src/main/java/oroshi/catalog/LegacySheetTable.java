package oroshi.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over legacy offers and their prices as far as it reads them for downloads. */
@Component
class LegacySheetTable {
    private final JdbcClient jdbc;

    LegacySheetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the legacy price list: what happened to a price since the list before. */
    record LegacyRow(
            String change,
            Instant from,
            Instant to,
            String title,
            String offerId,
            Segment segment,
            boolean isAddOn,
            boolean isTrial,
            BigDecimal unitPrice,
            BigDecimal suggestedPrice) {}

    /**
     * The prices that hold at the moment, held against those of the list before, and what that one had besides.
     *
     * @param previous an id that no list has when there was none
     */
    List<LegacyRow> list(UUID priceListId, UUID previous, String currency, Instant at) {
        return jdbc.sql("""
                with present as (
                    select o.offer_id, o.title_en, o.segment, o.is_add_on, o.is_trial, r.effective_from,
                        r.effective_to, r.unit_price, r.suggested_price
                    from catalog.offer_price r join catalog.offer o using (price_list_id, offer_id)
                    where r.price_list_id = :list and r.currency = :currency
                        and r.effective_from <= :at and r.effective_to > :at),
                before as (
                    select o.offer_id, o.title_en, o.segment, o.is_add_on, o.is_trial, r.effective_from,
                        r.effective_to, r.unit_price, r.suggested_price
                    from catalog.offer_price r join catalog.offer o using (price_list_id, offer_id)
                    where r.price_list_id = :previous and r.currency = :currency
                        and r.effective_from <= :at and r.effective_to > :at)
                select present.offer_id, present.title_en, present.segment, present.is_add_on, present.is_trial, present.effective_from,
                    present.effective_to, present.unit_price, present.suggested_price,
                    case when before.offer_id is null then 'ADD'
                        when (before.unit_price, before.suggested_price) = (present.unit_price, present.suggested_price)
                            then 'UNC'
                        else 'CHG' end as change
                from present left join before using (offer_id)
                union all
                select before.offer_id, before.title_en, before.segment, before.is_add_on, before.is_trial,
                    before.effective_from, before.effective_to, before.unit_price, before.suggested_price, 'DEL' from before
                where not exists (select from present where present.offer_id = before.offer_id)
                order by title_en, offer_id, effective_from
                """)
                .param("list", priceListId)
                .param("previous", previous)
                .param("currency", currency)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(LegacySheetTable::row)
                .list();
    }

    private static LegacyRow row(ResultSet row, int number) throws SQLException {
        return new LegacyRow(
                row.getString("change"),
                Columns.instant(row, "effective_from"),
                Columns.instant(row, "effective_to"),
                row.getString("title_en"),
                row.getString("offer_id"),
                Segment.valueOf(row.getString("segment")),
                row.getBoolean("is_add_on"),
                row.getBoolean("is_trial"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("suggested_price"));
    }
}
