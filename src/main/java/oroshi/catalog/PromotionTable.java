package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;

/** All SQL over {@code catalog.promotion}. */
@Component
class PromotionTable {
    private final JdbcClient jdbc;

    PromotionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID priceListId, int line, Promotion promotion, Promotion.Discount discount) {
        jdbc.sql("""
                insert into catalog.promotion (price_list_id, promotion_id, line, segment, markets, name_en, name_ja,
                    description_en, description_ja, starts_at, ends_at, is_auto_applicable, product_id, sku_id, term,
                    billing_cycle, discount, minimum_seats, maximum_seats, maximum_redemptions,
                    is_first_purchase_only, required_products)
                values (:list, :id, :line, :segment, :markets, :nameEn, :nameJa,
                    :descriptionEn, :descriptionJa, :startsAt, :endsAt, :isAutoApplicable, :productId, :skuId, :term,
                    :billingCycle, :discount, :minimumSeats, :maximumSeats, :maximumRedemptions,
                    :isFirstPurchaseOnly, :requiredProducts)
                """)
                .param("list", priceListId)
                .param("id", promotion.id())
                .param("line", line)
                .param("segment", promotion.segment().name())
                .param("markets", promotion.markets().toArray(String[]::new))
                .param("nameEn", promotion.name().english())
                .param("nameJa", promotion.name().japanese())
                .param("descriptionEn", promotion.description().english())
                .param("descriptionJa", promotion.description().japanese())
                .param("startsAt", promotion.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", promotion.endsAt().atOffset(ZoneOffset.UTC))
                .param("isAutoApplicable", promotion.isAutoApplicable())
                .param("productId", discount.productId())
                .param("skuId", discount.skuId())
                .param("term", discount.term().wire())
                .param("billingCycle", discount.billingCycle().name())
                .param("discount", discount.fraction())
                .param("minimumSeats", promotion.minimumSeats())
                .param("maximumSeats", promotion.maximumSeats())
                .param("maximumRedemptions", promotion.maximumRedemptions())
                .param("isFirstPurchaseOnly", promotion.isFirstPurchaseOnly())
                .param(
                        "requiredProducts",
                        promotion.requiredProducts().stream()
                                .map(alternatives -> String.join("|", alternatives))
                                .toArray(String[]::new))
                .update();
    }

    /** All promotions of the list, ended ones too. */
    List<Promotion> list(UUID priceListId) {
        var promotions = new LinkedHashMap<String, Promotion>();
        jdbc.sql("""
                select promotion_id, segment, markets, name_en, name_ja, description_en, description_ja, starts_at,
                    ends_at, is_auto_applicable, product_id, sku_id, term, billing_cycle, discount, minimum_seats,
                    maximum_seats, maximum_redemptions, is_first_purchase_only, required_products
                from catalog.promotion where price_list_id = :list
                order by promotion_id, line
                """)
                .param("list", priceListId)
                .query(PromotionTable::promotion)
                .list()
                .forEach(promotion -> promotions.merge(promotion.id(), promotion, PromotionTable::together));
        return List.copyOf(promotions.values());
    }

    /** The promotion as the lists that have begun know it, the latest list first: also one that only an old list has. */
    List<Promotion> find(Cloud cloud, Instant at, String promotionId) {
        var found = new LinkedHashMap<UUID, Promotion>();
        jdbc.sql("""
                select promotion.price_list_id, promotion_id, segment, markets, name_en, name_ja, description_en,
                    description_ja, starts_at, ends_at, is_auto_applicable, product_id, sku_id, term, billing_cycle,
                    discount, minimum_seats, maximum_seats, maximum_redemptions, is_first_purchase_only,
                    required_products
                from catalog.promotion
                join catalog.price_list on price_list.price_list_id = promotion.price_list_id
                where cloud = :cloud and activated_at is not null and effective_from <= :at
                    and lower(promotion_id) = lower(:id)
                order by effective_from desc, line
                """)
                .param("cloud", cloud.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", promotionId.strip())
                .query(row -> {
                    found.merge(
                            Objects.requireNonNull(row.getObject("price_list_id", UUID.class)),
                            promotion(row, row.getRow()),
                            PromotionTable::together);
                });
        return List.copyOf(found.values());
    }

    private static Promotion together(Promotion one, Promotion more) {
        var discounts = new ArrayList<>(one.discounts());
        discounts.addAll(more.discounts());
        return new Promotion(
                one.id(),
                one.segment(),
                one.markets(),
                one.name(),
                one.description(),
                one.startsAt(),
                one.endsAt(),
                one.isAutoApplicable(),
                List.copyOf(discounts),
                one.minimumSeats(),
                one.maximumSeats(),
                one.maximumRedemptions(),
                one.isFirstPurchaseOnly(),
                one.requiredProducts());
    }

    private static Promotion promotion(ResultSet row, int number) throws SQLException {
        return new Promotion(
                row.getString("promotion_id"),
                Segment.valueOf(row.getString("segment")),
                Columns.set(row, "markets"),
                Columns.text(row, "name"),
                Columns.text(row, "description"),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                row.getBoolean("is_auto_applicable"),
                List.of(new Promotion.Discount(
                        row.getString("product_id"),
                        row.getString("sku_id"),
                        Term.find(row.getString("term")).orElseThrow(),
                        BillingCycle.valueOf(row.getString("billing_cycle")),
                        row.getBigDecimal("discount"))),
                row.getObject("minimum_seats", Integer.class),
                row.getObject("maximum_seats", Integer.class),
                row.getObject("maximum_redemptions", Integer.class),
                row.getBoolean("is_first_purchase_only"),
                Columns.list(row, "required_products").stream()
                        .map(alternatives -> Set.copyOf(List.of(alternatives.split("\\|"))))
                        .toList());
    }
}
