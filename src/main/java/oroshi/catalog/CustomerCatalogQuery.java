package oroshi.catalog;

import org.jspecify.annotations.Nullable;

/** What the query of a catalog request for a customer asks for: the customer's country is the market. */
record CustomerCatalogQuery(
        @Nullable String targetView,
        @Nullable String targetSegment,
        @Nullable String reservationScope) {
    CatalogQuery inItsCountry() {
        return new CatalogQuery(null, targetView, null, targetSegment, reservationScope);
    }
}
