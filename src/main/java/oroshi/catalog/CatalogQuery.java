package oroshi.catalog;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/**
 * What the query of a catalog request asks for.
 *
 * @param targetView the slice of the catalog; {@code collectionId} is its old name
 * @param reservationScope {@code AzurePlan} for the reservations that anchor in an Azure plan
 */
record CatalogQuery(
        @Nullable String country,
        @Nullable String targetView,
        @Nullable String collectionId,
        @Nullable String targetSegment,
        @Nullable String reservationScope) {
    private static final String AZURE_PLAN = "AzurePlan";

    String requiredCountry() {
        if (country == null || country.isBlank()) {
            throw invalid("country is missing");
        }
        var code = country.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2}")) {
            throw invalid("country must be a code of two letters");
        }
        return code;
    }

    TargetView requiredView() {
        var name = targetView == null ? collectionId : targetView;
        if (name == null) {
            throw invalid("targetView is missing");
        }
        return TargetView.find(name).orElseThrow(() -> invalid("targetView " + name + " is not known"));
    }

    Optional<Segment> segment() {
        if (targetSegment == null) {
            return Optional.empty();
        }
        return Optional.of(Segment.find(targetSegment)
                .orElseThrow(() -> invalid("targetSegment " + targetSegment + " is not known")));
    }

    /** The query of operations that have no segment: one that is sent along means nothing. */
    CatalogQuery withoutSegment() {
        return new CatalogQuery(country, targetView, collectionId, null, reservationScope);
    }

    /** The scope that reservations must have to be shown; empty for those of the legacy usage subscription. */
    String scope() {
        if (reservationScope == null) {
            return "";
        }
        if (!reservationScope.strip().replace("_", "").equalsIgnoreCase(AZURE_PLAN)) {
            throw invalid("reservationScope " + reservationScope + " is not known");
        }
        return AZURE_PLAN;
    }

    static Refusal invalid(String what) {
        return Refusal.because(CatalogRefusal.INPUT_INVALID, what);
    }
}
