package oroshi.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a price sheet as it is downloaded.
 *
 * @param publisher of the product
 * @param soldUntil the end of sale that the price list announces
 */
record SheetRow(
        Titles titles,
        String productId,
        String skuId,
        String publisher,
        PublishedFacts published,
        Term term,
        BillingCycle billingCycle,
        String market,
        String currency,
        PriceSheetReader.Tier tier,
        Instant from,
        Instant to,
        @Nullable Instant soldUntil,
        BigDecimal unitPrice,
        BigDecimal suggestedPrice,
        Segment segment) {

    /** What product and SKU are called, and the SKU's description, all in English. */
    record Titles(String product, String sku, String description) {}
}
