package oroshi.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.rest.Attributes;
import oroshi.rest.KeyValue;
import oroshi.rest.Link;

/** The Offer resource as the contract names and nests it. */
record OfferResource(
        String id,
        String name,
        String description,
        int minimumQuantity,
        int maximumQuantity,
        int rank,
        String uri,
        String locale,
        String country,
        OfferCategoryResource category,
        String limitUnitOfMeasure,
        @Nullable Integer limit,
        @Nullable String termUnitOfMeasure,
        @Nullable Integer term,
        List<String> prerequisiteOffers,
        boolean isAddOn,
        boolean hasAddOns,
        boolean isAvailableForPurchase,
        String billing,
        List<String> supportedBillingCycles,
        boolean isAutoRenewable,
        boolean isInternal,
        boolean isMicrosoftProduct,
        List<String> upgradeTargetOffers,
        List<String> conversionTargetOffers,
        List<String> reselleeQualifications,
        List<String> resellerQualifications,
        String salesGroupId,
        boolean isTrial,
        String acquisitionType,
        List<String> supportedCatalogTypes,
        List<String> actions,
        OfferProduct product,
        String unitType,
        OfferLinks links,
        Attributes attributes) {
    /** Stands for the legacy catalog in the opaque addresses of offers. */
    private static final String CATALOG = "6f0b7a52-93c1-4c0e-8a5d-41d2b7e960f3";

    record OfferProduct(UUID id, String name, String unit) {}

    record OfferLinks(@Nullable LearnMore learnMore, Link self) {}

    record LearnMore(String uri, String method, List<KeyValue> headers) {}

    static OfferResource of(LegacyOffer offer, OfferView view, CatalogReader reader) {
        var locale = reader.locale();
        var limited = offer.limit().scope() != PurchaseLimit.Scope.NONE;
        return new OfferResource(
                offer.id(),
                locale.text(offer.title()),
                locale.text(offer.description()),
                offer.minimumQuantity(),
                offer.maximumQuantity(),
                offer.rank(),
                "/" + CATALOG + "/Offers/" + offer.id(),
                locale.echo(),
                view.country(),
                OfferCategoryResource.of(offer.category(), view.country(), locale),
                offer.limit().scope().wire(),
                limited ? offer.limit().count() : null,
                termUnit(offer.term().duration()),
                termLength(offer.term().duration()),
                offer.prerequisites(),
                offer.isAddOn(),
                view.hasAddOns(offer),
                true,
                offer.kind() == ItemKind.USAGE ? "usage" : "license",
                offer.billingCycles().stream()
                        .map(reader::wire)
                        .distinct()
                        .sorted()
                        .toList(),
                !offer.isTrial(),
                false,
                offer.isOperatorProduct(),
                offer.upgradeTargets(),
                offer.conversionTargets(),
                offer.reselleeQualifications().stream().sorted().toList(),
                offer.resellerQualifications().stream().sorted().toList(),
                offer.salesGroup(),
                offer.isTrial(),
                "purchase",
                List.of("live", "sandbox"),
                List.of("Cancel", "Edit"),
                product(offer, locale),
                offer.unitType(),
                new OfferLinks(learnMore(offer), Link.get("/offers/" + offer.id() + "?country=" + view.country())),
                Attributes.of("Offer"));
    }

    private static OfferProduct product(LegacyOffer offer, WireLocale locale) {
        var id = UUID.nameUUIDFromBytes(("product of " + offer.id()).getBytes(StandardCharsets.UTF_8));
        return new OfferProduct(id, locale.text(offer.title()), offer.unitType());
    }

    private static @Nullable LearnMore learnMore(LegacyOffer offer) {
        return offer.learnMoreUri().isEmpty() ? null : new LearnMore(offer.learnMoreUri(), "GET", List.of());
    }

    private static @Nullable String termUnit(Period term) {
        if (term.isZero()) {
            return null;
        }
        if (term.getYears() > 0) {
            return "Year";
        }
        return term.getMonths() > 0 ? "Month" : "Day";
    }

    private static @Nullable Integer termLength(Period term) {
        return term.isZero() ? null : Math.max(term.getYears(), Math.max(term.getMonths(), term.getDays()));
    }
}
