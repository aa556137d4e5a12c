package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over the tables of a price list as far as it reads sheets: many rows, each once. */
@Component
class PriceSheetTable {
    private static final int PORTION = 2_000;

    private final JdbcClient jdbc;

    PriceSheetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a list the prices in a market that hold at any moment of a time. */
    record Section(UUID priceListId, String market, Collection<ItemKind> kinds, Instant from, Instant until) {
        private String[] kindNames() {
            return kinds.stream().map(ItemKind::name).sorted().toArray(String[]::new);
        }
    }

    /** Reads the section's rows one after the other, without ever having all of them. */
    void read(Section section, Consumer<SheetRow> reader) {
        jdbc.sql("""
                select p.title_en as product_title, r.product_id, r.sku_id, s.title_en as sku_title, p.publisher_name,
                    s.description_en, s.unit_of_measure, s.tags, s.meter_ids, s.meter_type, s.countries, s.has_rules,
                    r.term, r.billing_cycle, r.market, r.currency, r.tier_from, r.tier_to, r.effective_from,
                    r.effective_to, r.sold_until, r.unit_price, r.suggested_price, r.segment
                from catalog.price r
                    join catalog.sku s using (price_list_id, product_id, sku_id)
                    join catalog.product p using (price_list_id, product_id)
                where r.price_list_id = :list and r.market = :market and s.kind = any(:kinds)
                    and r.effective_from < :until and least(r.effective_to, r.sold_until) > :from
                order by r.currency, r.product_id, r.sku_id, r.segment, r.term, r.billing_cycle, r.effective_from,
                    r.tier_from
                """)
                .param("list", section.priceListId())
                .param("market", section.market())
                .param("kinds", section.kindNames())
                .param("from", section.from().atOffset(ZoneOffset.UTC))
                .param("until", section.until().atOffset(ZoneOffset.UTC))
                .withFetchSize(PORTION)
                .query((ResultSet row) -> reader.accept(sheetRow(row)));
    }

    /** The first moment of the time at which a price of the section begins. */
    Optional<Instant> findFirstChange(Section section) {
        return jdbc.sql("""
                select min(r.effective_from) as at
                from catalog.price r join catalog.sku s using (price_list_id, product_id, sku_id)
                where r.price_list_id = :list and r.market = :market and s.kind = any(:kinds)
                    and r.effective_from > :from and r.effective_from <= :until
                """)
                .param("list", section.priceListId())
                .param("market", section.market())
                .param("kinds", section.kindNames())
                .param("from", section.from().atOffset(ZoneOffset.UTC))
                .param("until", section.until().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "at")))
                .single();
    }

    /** Whether the section has any row. */
    boolean hasRows(Section section) {
        return jdbc.sql("""
                select exists (
                    select from catalog.price r join catalog.sku s using (price_list_id, product_id, sku_id)
                    where r.price_list_id = :list and r.market = :market and s.kind = any(:kinds)
                        and r.effective_from < :until and least(r.effective_to, r.sold_until) > :from)
                """)
                .param("list", section.priceListId())
                .param("market", section.market())
                .param("kinds", section.kindNames())
                .param("from", section.from().atOffset(ZoneOffset.UTC))
                .param("until", section.until().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** A line of the offer matrix. */
    record MatrixRow(
            SheetRow.Titles titles,
            String productId,
            String skuId,
            @Nullable UUID provisioningId,
            String provisioningString,
            int minimum,
            int maximum,
            PurchaseLimit limit,
            List<String> prerequisites,
            List<String> targets,
            List<String> countries) {}

    /** The purchase rules of every SKU that has any. */
    List<MatrixRow> listRules(UUID priceListId) {
        return jdbc.sql("""
                select p.title_en as product_title, s.product_id, s.sku_id, s.title_en as sku_title,
                    s.description_en, s.provisioning_id, s.provisioning_string, s.minimum_quantity,
                    s.maximum_quantity, s.limit_scope, s.limit_count, s.prerequisites,
                    s.upgrade_targets || s.conversion_targets as targets, s.countries
                from catalog.sku s join catalog.product p using (price_list_id, product_id)
                where s.price_list_id = :list and s.has_rules
                order by s.product_id, s.sku_id
                """)
                .param("list", priceListId)
                .query(PriceSheetTable::matrixRow)
                .list();
    }

    private static SheetRow sheetRow(ResultSet row) throws SQLException {
        return new SheetRow(
                titles(row),
                row.getString("product_id"),
                row.getString("sku_id"),
                row.getString("publisher_name"),
                new PublishedFacts(
                        row.getString("unit_of_measure"),
                        row.getString("tags"),
                        row.getString("meter_ids"),
                        row.getString("meter_type"),
                        Columns.list(row, "countries"),
                        row.getBoolean("has_rules")),
                Term.find(row.getString("term")).orElseThrow(),
                BillingCycle.valueOf(row.getString("billing_cycle")),
                row.getString("market"),
                row.getString("currency"),
                new PriceSheetReader.Tier(row.getLong("tier_from"), row.getObject("tier_to", Long.class)),
                Columns.instant(row, "effective_from"),
                Columns.instant(row, "effective_to"),
                Columns.instantOrNull(row, "sold_until"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("suggested_price"),
                Segment.valueOf(row.getString("segment")));
    }

    private static MatrixRow matrixRow(ResultSet row, int number) throws SQLException {
        return new MatrixRow(
                titles(row),
                row.getString("product_id"),
                row.getString("sku_id"),
                row.getObject("provisioning_id", UUID.class),
                row.getString("provisioning_string"),
                row.getInt("minimum_quantity"),
                row.getInt("maximum_quantity"),
                Columns.limit(row),
                Columns.list(row, "prerequisites"),
                Columns.list(row, "targets"),
                Columns.list(row, "countries"));
    }

    private static SheetRow.Titles titles(ResultSet row) throws SQLException {
        return new SheetRow.Titles(
                row.getString("product_title"), row.getString("sku_title"), row.getString("description_en"));
    }
}
