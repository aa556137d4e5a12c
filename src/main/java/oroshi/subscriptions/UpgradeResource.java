package oroshi.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;

/** The Upgrade resource as the contract names and nests it: an offer that a classic subscription can become. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UpgradeResource(
        @Nullable TargetOffer targetOffer,
        @EnumWord @Nullable String upgradeType,
        @Nullable Boolean isEligible,
        @Nullable Integer quantity,
        @Nullable List<Problem> upgradeErrors,
        @Nullable Attributes attributes) {
    private static final String KNOWN_TYPES = "upgrade_only, upgrade_with_license_transfer";

    /** The offer as far as an upgrade depends on it; of one that arrives only the id counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TargetOffer(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            @Nullable Integer minimumQuantity,
            @Nullable Integer maximumQuantity,
            @Nullable String country,
            @Nullable Boolean isAddOn,
            @Nullable Boolean isAvailableForPurchase,
            @Nullable String billing,
            @Nullable List<String> supportedBillingCycles,
            @Nullable Boolean isTrial,
            @Nullable String unitType,
            @Nullable Attributes attributes) {
        static TargetOffer of(CatalogItem item, Locale locale) {
            return new TargetOffer(
                    item.id(),
                    item.title().in(locale),
                    item.description().in(locale),
                    item.minimumQuantity(),
                    item.maximumQuantity(),
                    item.country(),
                    item.isAddOn(),
                    true,
                    item.kind() == ItemKind.USAGE ? "usage" : "license",
                    item.billingCycles().stream().map(BillingCycle::wire).toList(),
                    item.isTrial(),
                    item.unitType(),
                    Attributes.of("Offer"));
        }
    }

    /** What stands against an upgrade, by its number. */
    record Problem(int code, String description, Attributes attributes) {
        static List<Problem> of(List<TransitionError> errors) {
            return errors.stream()
                    .map(error -> new Problem(error.code(), error.description(), Attributes.of("UpgradeError")))
                    .toList();
        }
    }

    /** What came of an upgrade; without target when nothing did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String sourceSubscriptionId,
            @Nullable String targetSubscriptionId,
            String upgradeType,
            List<Problem> upgradeErrors,
            List<Problem> licenseErrors,
            Attributes attributes) {
        static Result of(Subscription source, TransitionType type, UpgradeOutcome outcome) {
            return switch (outcome) {
                case UpgradeOutcome.Possible possible ->
                    result(source, possible.plan().result().id().toString(), type, List.of());
                case UpgradeOutcome.Impossible impossible -> result(source, null, type, impossible.errors());
            };
        }

        private static Result result(
                Subscription source, @Nullable String target, TransitionType type, List<TransitionError> errors) {
            return new Result(
                    source.id().toString(),
                    target,
                    type.classicWire(),
                    Problem.of(errors),
                    List.of(),
                    Attributes.of("UpgradeResult"));
        }
    }

    static UpgradeResource of(Subscription source, UpgradeTarget target, TransitionType type, Locale locale) {
        var errors = type == TransitionType.ONLY ? target.errors() : target.licenseErrors();
        return new UpgradeResource(
                TargetOffer.of(target.item(), locale),
                type.classicWire(),
                errors.isEmpty(),
                source.quantity(),
                Problem.of(errors),
                Attributes.of("Upgrade"));
    }

    String requiredTarget() {
        return Optional.ofNullable(targetOffer)
                .map(TargetOffer::id)
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> missing("targetOffer.id"));
    }

    TransitionType requiredType() {
        if (upgradeType == null || upgradeType.isBlank()) {
            throw missing("upgradeType");
        }
        return TransitionType.find(upgradeType)
                .orElseThrow(() -> Refusal.because(RestRefusal.UNKNOWN_ENUM, upgradeType, KNOWN_TYPES));
    }

    /** Zero stands for nothing, as clients write it. */
    Optional<Integer> seats() {
        return Optional.ofNullable(quantity).filter(seats -> seats != 0);
    }

    private static Refusal missing(String name) {
        return Refusal.of(name, TransitionRefusal.MALFORMED, name + " is required.");
    }
}
