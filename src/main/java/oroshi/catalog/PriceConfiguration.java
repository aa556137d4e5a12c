package oroshi.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices that a margin gives, in the words of the wire. */
record PriceConfiguration(
        @Nullable String pricingModel,
        @Nullable List<Purchase> purchase,
        @Nullable List<Consumption> consumption) {

    /** Prices of a term. */
    record Purchase(
            @Nullable String termDuration,
            @Nullable List<String> includedMeterQuantities,
            @Nullable Instant startDate,
            @Nullable Instant endDate,
            @Nullable List<MarketPrice> marketSetPrices) {}

    /**
     * Prices of a meter.
     *
     * @param unitofMeasure spelled as the wire has it
     */
    record Consumption(
            @Nullable String meterType,
            @Nullable String unitofMeasure,
            @Nullable Instant startDate,
            @Nullable Instant endDate,
            @Nullable List<MarketPrice> marketSetPrices) {}

    /** A price in some markets. */
    record MarketPrice(
            @Nullable List<String> markets,
            @Nullable String currency,
            @Nullable BigDecimal customPrice) {}
}
