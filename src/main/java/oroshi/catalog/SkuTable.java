package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code catalog.product} and {@code catalog.sku}. */
@Component
class SkuTable {
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SkuTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Sku> list(UUID priceListId) {
        var products = new HashMap<String, Product>();
        jdbc.sql("""
                select product_id, product_type, product_sub_type, publisher_name, is_operator_product,
                    title_en, title_ja, description_en, description_ja
                from catalog.product where price_list_id = :list
                """)
                .param("list", priceListId)
                .query(SkuTable::product)
                .list()
                .forEach(product -> products.put(product.id(), product));
        return jdbc.sql("""
                select product_id, sku_id, code, kind, category, title_en, title_ja, description_en, description_ja,
                    minimum_quantity, maximum_quantity, is_trial, limit_scope, limit_count, prerequisites,
                    upgrade_targets, conversion_targets, reservation_scope, order_group, unit_type, provisioning_id,
                    provisioning_string, consumption_type, attestation_type, reseller_qualifications,
                    resellee_qualifications, attributes, sale_ends_at
                from catalog.sku where price_list_id = :list
                order by product_id, sku_id
                """)
                .param("list", priceListId)
                .query((row, number) -> sku(products, row))
                .list();
    }

    void insert(UUID priceListId, Product product) {
        jdbc.sql("""
                insert into catalog.product (price_list_id, product_id, product_type, product_sub_type, publisher_name,
                    is_operator_product, title_en, title_ja, description_en, description_ja)
                values (:list, :id, :type, :subType, :publisher, :isOperatorProduct, :titleEn, :titleJa,
                    :descriptionEn, :descriptionJa)
                """)
                .param("list", priceListId)
                .param("id", product.id())
                .param("type", product.type())
                .param("subType", product.subType())
                .param("publisher", product.publisherName())
                .param("isOperatorProduct", product.isOperatorProduct())
                .param("titleEn", product.title().english())
                .param("titleJa", product.title().japanese())
                .param("descriptionEn", product.description().english())
                .param("descriptionJa", product.description().japanese())
                .update();
    }

    void insert(UUID priceListId, Sku sku, PublishedFacts published) {
        var category = sku.category();
        jdbc.sql("""
                insert into catalog.sku (price_list_id, product_id, sku_id, code, kind, category, title_en, title_ja,
                    description_en, description_ja, minimum_quantity, maximum_quantity, is_trial, limit_scope,
                    limit_count, prerequisites, upgrade_targets, conversion_targets, reservation_scope, order_group,
                    unit_type, provisioning_id, provisioning_string, consumption_type, attestation_type,
                    reseller_qualifications, resellee_qualifications, attributes, unit_of_measure, tags, meter_ids,
                    meter_type, countries, has_rules, sale_ends_at)
                values (:list, :productId, :id, :code, :kind, :category, :titleEn, :titleJa,
                    :descriptionEn, :descriptionJa, :minimum, :maximum, :isTrial, :limitScope,
                    :limitCount, :prerequisites, :upgradeTargets, :conversionTargets, :reservationScope, :orderGroup,
                    :unitType, :provisioningId, :provisioningString, :consumptionType, :attestationType,
                    :resellerQualifications, :reselleeQualifications, :attributes::jsonb, :unitOfMeasure, :tags, :meterIds,
                    :meterType, :countries, :hasRules, null)
                """)
                .param("list", priceListId)
                .param("productId", sku.product().id())
                .param("id", sku.id())
                .param("code", sku.code())
                .param("kind", sku.kind().name())
                .param("category", category == null ? null : category.id())
                .param("titleEn", sku.title().english())
                .param("titleJa", sku.title().japanese())
                .param("descriptionEn", sku.description().english())
                .param("descriptionJa", sku.description().japanese())
                .param("minimum", sku.minimumQuantity())
                .param("maximum", sku.maximumQuantity())
                .param("isTrial", sku.isTrial())
                .param("limitScope", sku.limit().scope().name())
                .param("limitCount", sku.limit().count())
                .param("prerequisites", sku.prerequisites().toArray(String[]::new))
                .param("upgradeTargets", sku.upgradeTargets().toArray(String[]::new))
                .param("conversionTargets", sku.conversionTargets().toArray(String[]::new))
                .param("reservationScope", sku.reservationScope())
                .param("orderGroup", sku.orderGroup())
                .param("unitType", sku.unitType())
                .param("provisioningId", sku.provisioningId())
                .param("provisioningString", sku.provisioningString())
                .param("consumptionType", sku.consumptionType())
                .param("attestationType", sku.attestationType())
                .param("resellerQualifications", sku.resellerQualifications().toArray(String[]::new))
                .param("reselleeQualifications", sku.reselleeQualifications().toArray(String[]::new))
                .param("attributes", json.writeValueAsString(sku.attributes()))
                .param("unitOfMeasure", published.unitOfMeasure())
                .param("tags", published.tags())
                .param("meterIds", published.meterIds())
                .param("meterType", published.meterType())
                .param("countries", published.countries().toArray(String[]::new))
                .param("hasRules", published.hasRules())
                .update();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("product_id"),
                row.getString("product_type"),
                row.getString("product_sub_type"),
                row.getString("publisher_name"),
                row.getBoolean("is_operator_product"),
                Columns.text(row, "title"),
                Columns.text(row, "description"));
    }

    private Sku sku(Map<String, Product> products, ResultSet row) throws SQLException {
        var productId = row.getString("product_id");
        return new Sku(
                java.util.Objects.requireNonNull(products.get(productId)),
                row.getString("sku_id"),
                row.getString("code"),
                ItemKind.valueOf(row.getString("kind")),
                Columns.category(row),
                Columns.text(row, "title"),
                Columns.text(row, "description"),
                row.getInt("minimum_quantity"),
                row.getInt("maximum_quantity"),
                row.getBoolean("is_trial"),
                Columns.limit(row),
                Columns.list(row, "prerequisites"),
                Columns.list(row, "upgrade_targets"),
                Columns.list(row, "conversion_targets"),
                row.getString("reservation_scope"),
                row.getString("order_group"),
                row.getString("unit_type"),
                row.getObject("provisioning_id", UUID.class),
                row.getString("provisioning_string"),
                row.getString("consumption_type"),
                row.getString("attestation_type"),
                Columns.set(row, "reseller_qualifications"),
                Columns.set(row, "resellee_qualifications"),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                Columns.instantOrNull(row, "sale_ends_at"));
    }
}
