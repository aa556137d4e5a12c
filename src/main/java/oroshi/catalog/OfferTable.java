package oroshi.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over {@code catalog.offer} and {@code catalog.offer_price}. */
@Component
class OfferTable {
    private final JdbcClient jdbc;

    OfferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one unit of an offer costs for one month, for a time. */
    record MonthlyPrice(String offerId, Instant from, Instant to, BigDecimal unitPrice, BigDecimal suggestedPrice) {}

    List<LegacyOffer> list(UUID priceListId) {
        return jdbc.sql("""
                select offer_id, code, kind, segment, category, rank, title_en, title_ja, description_en,
                    description_ja, publisher_name, is_operator_product, minimum_quantity, maximum_quantity, term,
                    billing_cycles, is_trial, is_add_on, limit_scope, limit_count, prerequisites, upgrade_targets,
                    conversion_targets, successor, countries, sales_group, unit_type, learn_more_uri, reseller_qualifications,
                    resellee_qualifications, sale_ends_at
                from catalog.offer where price_list_id = :list
                order by rank, offer_id
                """).param("list", priceListId).query(OfferTable::offer).list();
    }

    List<MonthlyPrice> listPrices(UUID priceListId, String currency) {
        return jdbc.sql("""
                select offer_id, effective_from, effective_to, unit_price, suggested_price
                from catalog.offer_price
                where price_list_id = :list and currency = :currency
                """)
                .param("list", priceListId)
                .param("currency", currency)
                .query((row, number) -> new MonthlyPrice(
                        row.getString("offer_id"),
                        Columns.instant(row, "effective_from"),
                        Columns.instant(row, "effective_to"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("suggested_price")))
                .list();
    }

    void insert(UUID priceListId, LegacyOffer offer) {
        var category = offer.category();
        jdbc.sql("""
                insert into catalog.offer (price_list_id, offer_id, code, kind, segment, category, rank, title_en,
                    title_ja, description_en, description_ja, publisher_name, is_operator_product, minimum_quantity,
                    maximum_quantity, term, billing_cycles, is_trial, is_add_on, limit_scope, limit_count,
                    prerequisites, upgrade_targets, conversion_targets, successor, countries, sales_group, unit_type,
                    learn_more_uri, reseller_qualifications, resellee_qualifications, sale_ends_at)
                values (:list, :id, :code, :kind, :segment, :category, :rank, :titleEn,
                    :titleJa, :descriptionEn, :descriptionJa, :publisher, :isOperatorProduct, :minimum,
                    :maximum, :term, :billingCycles, :isTrial, :isAddOn, :limitScope, :limitCount,
                    :prerequisites, :upgradeTargets, :conversionTargets, :successor, :countries, :salesGroup, :unitType,
                    :learnMoreUri, :resellerQualifications, :reselleeQualifications, null)
                """)
                .param("list", priceListId)
                .param("id", offer.id())
                .param("code", offer.code())
                .param("kind", offer.kind().name())
                .param("segment", offer.segment().name())
                .param("category", category == null ? null : category.id())
                .param("rank", offer.rank())
                .param("titleEn", offer.title().english())
                .param("titleJa", offer.title().japanese())
                .param("descriptionEn", offer.description().english())
                .param("descriptionJa", offer.description().japanese())
                .param("publisher", offer.publisherName())
                .param("isOperatorProduct", offer.isOperatorProduct())
                .param("minimum", offer.minimumQuantity())
                .param("maximum", offer.maximumQuantity())
                .param("term", offer.term().wire())
                .param(
                        "billingCycles",
                        offer.billingCycles().stream().map(BillingCycle::name).toArray(String[]::new))
                .param("isTrial", offer.isTrial())
                .param("isAddOn", offer.isAddOn())
                .param("limitScope", offer.limit().scope().name())
                .param("limitCount", offer.limit().count())
                .param("prerequisites", offer.prerequisites().toArray(String[]::new))
                .param("upgradeTargets", offer.upgradeTargets().toArray(String[]::new))
                .param("conversionTargets", offer.conversionTargets().toArray(String[]::new))
                .param("successor", offer.successor().orElse(null))
                .param("countries", offer.countries().toArray(String[]::new))
                .param("salesGroup", offer.salesGroup())
                .param("unitType", offer.unitType())
                .param("learnMoreUri", offer.learnMoreUri())
                .param("resellerQualifications", offer.resellerQualifications().toArray(String[]::new))
                .param("reselleeQualifications", offer.reselleeQualifications().toArray(String[]::new))
                .update();
    }

    /** Stores the price; false when the offer has one from that moment in the currency already. */
    boolean insertPrice(UUID priceListId, String currency, MonthlyPrice price) {
        return jdbc.sql("""
                insert into catalog.offer_price
                    (price_list_id, currency, offer_id, effective_from, effective_to, unit_price, suggested_price)
                values (:list, :currency, :offerId, :from, :to, :unitPrice, :suggestedPrice)
                on conflict do nothing
                """)
                        .param("list", priceListId)
                        .param("currency", currency)
                        .param("offerId", price.offerId())
                        .param("from", price.from().atOffset(ZoneOffset.UTC))
                        .param("to", price.to().atOffset(ZoneOffset.UTC))
                        .param("unitPrice", price.unitPrice())
                        .param("suggestedPrice", price.suggestedPrice())
                        .update()
                == 1;
    }

    private static LegacyOffer offer(ResultSet row, int number) throws SQLException {
        return new LegacyOffer(
                row.getString("offer_id"),
                row.getString("code"),
                ItemKind.valueOf(row.getString("kind")),
                Segment.valueOf(row.getString("segment")),
                Columns.category(row),
                row.getInt("rank"),
                Columns.text(row, "title"),
                Columns.text(row, "description"),
                row.getString("publisher_name"),
                row.getBoolean("is_operator_product"),
                row.getInt("minimum_quantity"),
                row.getInt("maximum_quantity"),
                Term.find(row.getString("term")).orElseThrow(),
                Columns.list(row, "billing_cycles").stream()
                        .map(BillingCycle::valueOf)
                        .toList(),
                row.getBoolean("is_trial"),
                row.getBoolean("is_add_on"),
                Columns.limit(row),
                Columns.list(row, "prerequisites"),
                Columns.list(row, "upgrade_targets"),
                Columns.list(row, "conversion_targets"),
                Optional.ofNullable(row.getString("successor")),
                Columns.set(row, "countries"),
                row.getString("sales_group"),
                row.getString("unit_type"),
                row.getString("learn_more_uri"),
                Columns.set(row, "reseller_qualifications"),
                Columns.set(row, "resellee_qualifications"),
                Columns.instantOrNull(row, "sale_ends_at"));
    }
}
