package oroshi.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of the price sheets, in their published order and under their published names. */
enum SheetLayout {
    LICENSES(SheetTimes.MONTH_FIRST, true),
    /** As licences, but moments are written with seven digits of a second. */
    SOFTWARE(SheetTimes.SEVEN_DIGITS, true),
    /** Reservations and consumption: no plan, no suggested price, no segment. */
    AZURE(SheetTimes.MONTH_FIRST, false);

    private final SheetTimes times;
    private final boolean hasPlans;

    SheetLayout(SheetTimes times, boolean hasPlans) {
        this.times = times;
        this.hasPlans = hasPlans;
    }

    /** A column: its heading, and what a row says there. */
    record Column(String heading, Function<SheetRow, String> text) {}

    /** The columns of a sheet; a preview also says when a sale ends. */
    List<Column> columns(boolean preview) {
        return Stream.of(naming(), selling(), pricing(), ending(preview), closing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Column> naming() {
        return List.of(
                new Column("ProductTitle", row -> row.titles().product()),
                new Column("ProductId", SheetRow::productId),
                new Column("SkuId", SheetRow::skuId),
                new Column("SkuTitle", row -> row.titles().sku()),
                new Column("Publisher", SheetRow::publisher),
                new Column("SkuDescription", row -> row.titles().description()),
                new Column("UnitOfMeasure", row -> row.published().unitOfMeasure()));
    }

    private List<Column> selling() {
        var term = new Column("TermDuration", this::term);
        return hasPlans ? List.of(term, new Column("BillingPlan", SheetLayout::plan)) : List.of(term);
    }

    private List<Column> pricing() {
        return List.of(
                new Column("Market", SheetRow::market),
                new Column("Currency", SheetRow::currency),
                new Column("UnitPrice", row -> amount(row.unitPrice())),
                new Column("PricingTierRangeMin", SheetLayout::firstUnit),
                new Column("PricingTierRangeMax", SheetLayout::lastUnit),
                new Column("EffectiveStartDate", row -> times.start(row.from())),
                new Column("EffectiveEndDate", times.lastOf(SheetRow::to)));
    }

    private List<Column> ending(boolean preview) {
        return preview && hasPlans ? List.of(new Column("EndOfSaleDate", this::endOfSale)) : List.of();
    }

    private List<Column> closing() {
        var tags = new Column("Tags", row -> row.published().tags());
        if (hasPlans) {
            return List.of(
                    tags,
                    new Column("ERP Price", row -> amount(row.suggestedPrice())),
                    new Column("Segment", SheetLayout::segment));
        }
        return List.of(
                new Column("MeterIds", row -> row.published().meterIds()),
                new Column("MeterType", row -> row.published().meterType()),
                tags);
    }

    private String term(SheetRow row) {
        return row.term().isUnlimited() && hasPlans ? "OneTime" : row.term().wire();
    }

    /** What is paid once has no plan in the files. */
    private static String plan(SheetRow row) {
        return row.billingCycle() == BillingCycle.ONE_TIME
                ? ""
                : row.billingCycle().title();
    }

    private static String firstUnit(SheetRow row) {
        return row.tier().from() == 0 ? "" : String.valueOf(row.tier().from());
    }

    private static String lastUnit(SheetRow row) {
        var to = row.tier().to();
        return to == null ? "" : to.toString();
    }

    private String endOfSale(SheetRow row) {
        var until = row.soldUntil();
        return until == null ? "" : times.end(until);
    }

    private static String segment(SheetRow row) {
        return switch (row.segment()) {
            case COMMERCIAL -> "Commercial";
            case EDUCATION -> "Education";
            case GOVERNMENT -> "Government";
            case NONPROFIT -> "Charity";
        };
    }

    static String amount(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
