package oroshi.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Reads lines of the price sheets for licences, software, reservations and consumption. */
final class PriceSheetReader {
    static final Pattern PRODUCT_ID = Pattern.compile("[0-9A-Z]{12}");
    static final Pattern SKU_ID = Pattern.compile("[0-9A-Za-z-]{1,20}");
    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");

    private final PriceFileTimes times = new PriceFileTimes();
    private final Map<String, Optional<CurrencyUnit>> currencies = new HashMap<>();
    private final Map<String, SkuFacts> skus = new LinkedHashMap<>();

    /** What the first line about a SKU says about the SKU itself. */
    record SkuFacts(PriceFileLine line, PriceFileFormat format, String productId, String skuId, Set<String> tags) {
        boolean isTrial() {
            return tags.contains("trial") || line.text("BillingPlan").equalsIgnoreCase("None");
        }
    }

    /**
     * The units that a row prices, both counted in.
     *
     * @param to null when there is no last one
     */
    record Tier(long from, @Nullable Long to) {}

    /**
     * A row of the price table.
     *
     * @param soldUntil the end of sale that the file announces
     */
    record Priced(
            String market,
            String currency,
            Tier tier,
            @Nullable Instant soldUntil,
            PriceRow row) {}

    Priced read(PriceFileFormat format, PriceFileLine line) {
        var productId = line.matching("ProductId", PRODUCT_ID);
        var skuId = line.matching("SkuId", SKU_ID);
        skus.computeIfAbsent(productId + ":" + skuId, key -> new SkuFacts(line, format, productId, skuId, tags(line)));
        var from = line.value("EffectiveStartDate", times::start);
        return new Priced(
                line.matching("Market", MARKET),
                line.value("Currency", this::currency).getCode(),
                tier(line),
                soldUntil(line),
                new PriceRow(
                        productId,
                        skuId,
                        segment(line),
                        line.value("TermDuration", Term::find),
                        billingCycle(format, line),
                        from,
                        end(line, from),
                        line.amount("UnitPrice"),
                        suggestedPrice(line)));
    }

    /** The SKUs that had prices, by {@code productId:skuId}. */
    Map<String, SkuFacts> skus() {
        return skus;
    }

    private static Segment segment(PriceFileLine line) {
        var text = line.text("Segment");
        return text.isEmpty() ? Segment.COMMERCIAL : line.value("Segment", Segment::find);
    }

    /** A missing plan means that the price is paid once; consumption is charged every month. */
    private static BillingCycle billingCycle(PriceFileFormat format, PriceFileLine line) {
        if (!line.text("BillingPlan").isEmpty()) {
            return line.value("BillingPlan", BillingCycle::find);
        }
        var isConsumption = format == PriceFileFormat.AZURE_PRICES
                && line.value("TermDuration", Term::find).isUnlimited();
        return isConsumption ? BillingCycle.MONTHLY : BillingCycle.ONE_TIME;
    }

    private Instant end(PriceFileLine line, Instant from) {
        var to = line.value("EffectiveEndDate", times::end);
        if (!to.isAfter(from)) {
            throw line.unreadable("EffectiveEndDate", "isn't after EffectiveStartDate");
        }
        return to;
    }

    private @Nullable Instant soldUntil(PriceFileLine line) {
        return line.text("EndOfSaleDate").isEmpty() ? null : line.value("EndOfSaleDate", times::end);
    }

    private static BigDecimal suggestedPrice(PriceFileLine line) {
        return line.text("ERP Price").isEmpty() ? line.amount("UnitPrice") : line.amount("ERP Price");
    }

    private static Tier tier(PriceFileLine line) {
        var from = line.count("PricingTierRangeMin").orElse(0L);
        var to = line.count("PricingTierRangeMax").orElse(null);
        if (to != null && to < from) {
            throw line.unreadable("PricingTierRangeMax", "is less than PricingTierRangeMin");
        }
        return new Tier(from, to);
    }

    private Optional<CurrencyUnit> currency(String code) {
        return currencies.computeIfAbsent(code, PriceSheetReader::knownCurrency);
    }

    static Optional<CurrencyUnit> knownCurrency(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code));
        } catch (IllegalCurrencyException unknown) {
            return Optional.empty();
        }
    }

    private static Set<String> tags(PriceFileLine line) {
        return Arrays.stream(line.text("Tags").split(";", -1))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
