package oroshi.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes the items of a shelf from the two things they can be: an availability of a SKU, or a legacy offer. */
final class ShelfEntries {
    /** The order group of everything that is bought the old way. */
    private static final String LEGACY_ORDERS = "OMS-0";

    private ShelfEntries() {}

    static ShelfEntry of(Sku sku, Segment segment, String country, CurrencyUnit currency, List<PriceRow> rows) {
        var windows = rows.stream()
                .flatMap(row -> payable(sku, row))
                .map(row -> ending(row.window(currency), sku.saleEndsAt()))
                .toList();
        var item = new CatalogItem(
                sku.key() + ":" + CatalogIds.availability(sku, country, segment),
                sku.key(),
                sku.code(),
                false,
                sku.kind(),
                sku.title(),
                sku.description(),
                sku.product().publisherName(),
                sku.product().isOperatorProduct(),
                segment,
                sku.category(),
                country,
                currency,
                sku.minimumQuantity(),
                sku.maximumQuantity(),
                plans(windows),
                sku.isTrial(),
                sku.isAddOn(),
                sku.prerequisites(),
                sku.upgradeTargets(),
                sku.conversionTargets(),
                sku.limit(),
                sku.orderGroup(),
                sku.unitType(),
                sku.resellerQualifications(),
                sku.reselleeQualifications(),
                sku.attestationType());
        return new ShelfEntry(item, windows);
    }

    static ShelfEntry of(
            LegacyOffer offer, String country, CurrencyUnit currency, List<OfferTable.MonthlyPrice> prices) {
        var windows = prices.stream()
                .flatMap(price -> windows(offer, price, currency))
                .map(window -> ending(window, offer.saleEndsAt()))
                .toList();
        var item = new CatalogItem(
                offer.id(),
                offer.id(),
                offer.code(),
                true,
                offer.kind(),
                offer.title(),
                offer.description(),
                offer.publisherName(),
                offer.isOperatorProduct(),
                offer.segment(),
                offer.category(),
                country,
                currency,
                offer.minimumQuantity(),
                offer.maximumQuantity(),
                plans(windows),
                offer.isTrial(),
                offer.isAddOn(),
                offer.prerequisites(),
                offer.upgradeTargets(),
                offer.conversionTargets(),
                offer.limit(),
                LEGACY_ORDERS,
                offer.unitType(),
                offer.resellerQualifications(),
                offer.reselleeQualifications(),
                "");
        return new ShelfEntry(item, windows);
    }

    /** Capacity and savings are sold for a term at one price, which is paid at once or in as many parts as it has months. */
    private static Stream<PriceRow> payable(Sku sku, PriceRow row) {
        return switch (sku.kind()) {
            case RESERVATION, SAVINGS_PLAN -> Stream.of(row, row.chargedIn(BillingCycle.MONTHLY));
            case LICENSE, USAGE, SOFTWARE, MARKETPLACE -> Stream.of(row);
        };
    }

    private static Stream<PlanWindow> windows(LegacyOffer offer, OfferTable.MonthlyPrice price, CurrencyUnit currency) {
        return offer.billingCycles().stream()
                .map(cycle -> new PlanWindow(
                        new Plan(
                                offer.term(),
                                cycle,
                                perCharge(price.unitPrice(), cycle, currency),
                                perCharge(price.suggestedPrice(), cycle, currency)),
                        price.from(),
                        price.to()));
    }

    /** The monthly price, or twelve times as much for the annual cycle. */
    private static Money perCharge(BigDecimal monthly, BillingCycle cycle, CurrencyUnit currency) {
        return Money.of(currency, monthly.multiply(BigDecimal.valueOf(cycle.months())), RoundingMode.HALF_UP);
    }

    private static PlanWindow ending(PlanWindow window, @Nullable Instant saleEndsAt) {
        return saleEndsAt == null ? window : window.until(saleEndsAt);
    }

    private static List<Plan> plans(List<PlanWindow> windows) {
        return windows.stream().map(PlanWindow::plan).distinct().toList();
    }
}
