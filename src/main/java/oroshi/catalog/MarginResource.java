package oroshi.catalog;

import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.requiredText;
import static oroshi.rest.Fields.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/**
 * The Margin resource as the contract names it. The operator sends one too.
 *
 * @param countries only the operator says them
 */
record MarginResource(
        @Nullable String id,
        @Nullable String type,
        @Nullable String productId,
        @Nullable String publisherName,
        @Nullable String productTitle,
        @Nullable String skuTitle,
        @Nullable String skuId,
        @Nullable String productType,
        @Nullable BigDecimal marginPercentage,
        @Nullable PriceConfiguration priceConfiguration,
        @Nullable List<String> countries,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String status,
        @Nullable Instant statusDate) {
    private static final BigDecimal WHOLE = new BigDecimal(100);

    static MarginResource of(Margin margin) {
        return new MarginResource(
                margin.id(),
                margin.type().wire(),
                margin.productId(),
                margin.publisherName(),
                margin.productTitle(),
                orNull(margin.skuTitle()),
                orNull(margin.skuId()),
                orNull(margin.productType()),
                margin.percentage(),
                margin.prices(),
                null,
                margin.startsAt(),
                margin.endsAt(),
                margin.status(),
                margin.statusAt());
    }

    Margin toMargin(String marginId, Instant now) {
        var kind = Margin.Type.find(requiredText("type", type))
                .orElseThrow(() -> invalid("type", "must be Percentage or CustomPrice"));
        var starts = required("startDate", startDate);
        var ends = required("endDate", endDate);
        if (!starts.isBefore(ends)) {
            throw invalid("endDate", "must be after startDate");
        }
        return new Margin(
                marginId,
                kind,
                requiredText("productId", productId),
                text(skuId),
                requiredText("publisherName", publisherName),
                requiredText("productTitle", productTitle),
                text(skuTitle),
                text(productType),
                kind == Margin.Type.PERCENTAGE ? percentage() : null,
                kind == Margin.Type.CUSTOM_PRICE ? required("priceConfiguration", priceConfiguration) : null,
                markets(),
                starts,
                ends,
                Optional.ofNullable(status).orElse("live"),
                Objects.requireNonNullElse(statusDate, now));
    }

    private BigDecimal percentage() {
        var given = required("marginPercentage", marginPercentage);
        if (given.signum() < 0 || given.compareTo(WHOLE) > 0) {
            throw invalid("marginPercentage", "must be between 0 and 100");
        }
        return given;
    }

    private List<String> markets() {
        var given = Objects.requireNonNullElse(countries, List.<String>of()).stream()
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!given.stream().allMatch(code -> code.matches("[A-Z]{2}"))) {
            throw invalid("countries", "must be codes of two letters");
        }
        return given;
    }

    private static Refusal invalid(String field, String why) {
        return Refusal.of(field, RestRefusal.INVALID_VALUE, why);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
