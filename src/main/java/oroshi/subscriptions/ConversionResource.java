package oroshi.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;

/** The Conversion resource as the contract names and nests it: a paid offer that a classic trial can become. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConversionResource(
        @Nullable String offerId,
        @Nullable String targetOfferId,
        @Nullable String orderId,
        @Nullable Integer quantity,
        @EnumWord @Nullable String billingCycle,
        @Nullable Attributes attributes) {
    private static final int NO_CONVERSION = 1;
    private static final int OTHER = 0;

    /** Why nothing was converted. */
    record Problem(int code, String description) {
        static Problem of(TransitionError error) {
            return new Problem(error == TransitionError.NO_CONVERSION ? NO_CONVERSION : OTHER, error.description());
        }
    }

    /** What came of a conversion. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String subscriptionId,
            String offerId,
            String targetOfferId,
            @Nullable Problem error,
            Attributes attributes) {
        static Result of(Subscription trial, String target, @Nullable Problem error) {
            return new Result(
                    trial.id().toString(), trial.item().id(), target, error, Attributes.of("ConversionResult"));
        }
    }

    static ConversionResource of(Subscription trial, CatalogItem target) {
        return new ConversionResource(
                trial.item().id(),
                target.id(),
                trial.orderNumber(),
                trial.quantity(),
                target.billingCycles().getFirst().wire(),
                Attributes.of("Conversion"));
    }

    String requiredTarget() {
        if (targetOfferId == null || targetOfferId.isBlank()) {
            throw Refusal.of("targetOfferId", TransitionRefusal.MALFORMED, "targetOfferId is required.");
        }
        return targetOfferId.strip();
    }

    int seats(Subscription trial) {
        return Optional.ofNullable(quantity).orElse(trial.quantity());
    }

    BillingCycle cycle() {
        if (billingCycle == null || billingCycle.isBlank()) {
            return BillingCycle.MONTHLY;
        }
        return BillingCycle.find(billingCycle)
                .orElseThrow(() -> Refusal.because(RestRefusal.UNKNOWN_ENUM, billingCycle, "monthly, annual"));
    }
}
