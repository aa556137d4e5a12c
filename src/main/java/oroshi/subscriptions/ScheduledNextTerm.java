package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;
import oroshi.rest.WireTime;

/** What is scheduled for the renewal, as the contract nests it. An object without members stands for nothing. */
record ScheduledNextTerm(
        @Nullable ProductTerm product,
        @Nullable Integer quantity,
        @Nullable String customTermEndDate) {
    private static final String FIELD = "scheduledNextTermInstructions.";
    private static final String PRODUCT = FIELD + "product.";
    private static final String NO_DAY_OF_DOT_NET = "0001-01-01";

    /** A product with the way to pay for it. */
    record ProductTerm(
            @Nullable String productId,
            @Nullable String skuId,
            @Nullable String availabilityId,
            @EnumWord @Nullable String billingCycle,
            @Nullable String termDuration,
            @Nullable String promotionId) {
        static ProductTerm of(NextTerm next) {
            return of(next.itemId(), next.billingCycle(), next.term(), next.promotionId());
        }

        static ProductTerm of(String itemId, BillingCycle billingCycle, Term term, Optional<String> promotionId) {
            var parts = itemId.split(":", -1);
            return new ProductTerm(
                    parts[0],
                    parts.length > 1 ? parts[1] : null,
                    parts.length > 2 ? parts[2] : null,
                    billingCycle.title(),
                    term.wire(),
                    promotionId.orElse(null));
        }

        private String itemId() {
            var sku = required(PRODUCT + "productId", productId) + ":" + required(PRODUCT + "skuId", skuId);
            return availabilityId == null || availabilityId.isBlank() ? sku : sku + ":" + availabilityId.strip();
        }

        private BillingCycle cycle() {
            var word = required(PRODUCT + "billingCycle", billingCycle);
            return BillingCycle.find(word)
                    .orElseThrow(() -> Refusal.of(PRODUCT + "billingCycle", SubscriptionRefusal.CYCLE_UNKNOWN, word));
        }

        private Term term() {
            var word = required(PRODUCT + "termDuration", termDuration);
            return Term.find(word)
                    .orElseThrow(() -> Refusal.of(PRODUCT + "termDuration", SubscriptionRefusal.TERM_UNKNOWN, word));
        }
    }

    static ScheduledNextTerm of(NextTerm next) {
        return new ScheduledNextTerm(
                ProductTerm.of(next),
                next.quantity(),
                next.lastDay().map(WireTime::startOf).orElse(null));
    }

    /** What it asks for; refuses one of which something is missing. */
    Optional<NextTerm> toNextTerm() {
        if (Stream.of(Optional.ofNullable(product), Optional.ofNullable(quantity), lastDay())
                .allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var wanted = Optional.ofNullable(product).orElseThrow(() -> Refusal.of(FIELD + "product", RestRefusal.MISSING));
        var seats =
                Optional.ofNullable(quantity).orElseThrow(() -> Refusal.of(FIELD + "quantity", RestRefusal.MISSING));
        return Optional.of(new NextTerm(
                wanted.itemId(),
                seats,
                wanted.term(),
                wanted.cycle(),
                Optional.ofNullable(wanted.promotionId()).map(String::strip).filter(id -> !id.isEmpty()),
                lastDay()));
    }

    private Optional<LocalDate> lastDay() {
        if (customTermEndDate == null
                || customTermEndDate.isBlank()
                || customTermEndDate.startsWith(NO_DAY_OF_DOT_NET)) {
            return Optional.empty();
        }
        return Optional.of(WireTime.day(customTermEndDate)
                .orElseThrow(() -> Refusal.of(
                        FIELD + "customTermEndDate", RestRefusal.INVALID_VALUE, customTermEndDate + " is no date")));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(field, RestRefusal.MISSING);
        }
        return value.strip();
    }
}
