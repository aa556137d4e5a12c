package oroshi.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oroshi.basics.CustomerId;

/**
 * Where the answers to a request live below {@code /v1}, so that links lead on in the same market or for the same
 * customer.
 *
 * @param base empty, or the address of the customer
 */
record CatalogAddress(String base, Optional<String> country, Optional<Segment> segment, String scope) {
    static CatalogAddress inMarket(String country, CatalogQuery query) {
        return new CatalogAddress("", Optional.of(country), query.segment(), query.scope());
    }

    static CatalogAddress ofCustomer(CustomerId customerId, CatalogQuery query) {
        return new CatalogAddress("/customers/" + customerId, Optional.empty(), query.segment(), query.scope());
    }

    String product(String productId) {
        return base + "/products/" + productId + query(Optional.empty(), scope);
    }

    String skus(String productId) {
        return base + "/products/" + productId + "/skus" + query(segment, scope);
    }

    String sku(Sku sku) {
        return path(sku) + query(Optional.empty(), sku.reservationScope());
    }

    /** Nonprofit is the one segment that lists show only to those who name it. */
    String availabilities(Sku sku) {
        return path(sku) + "/availabilities" + query(segment.filter(Segment.NONPROFIT::equals), sku.reservationScope());
    }

    String availability(Sku sku, String availabilityId) {
        return path(sku) + "/availabilities/" + availabilityId
                + country.map(code -> "?country=" + code).orElse("");
    }

    private String path(Sku sku) {
        return base + "/products/" + sku.product().id() + "/skus/" + sku.id();
    }

    private String query(Optional<Segment> named, String reservationScope) {
        List<String> parts = new ArrayList<>();
        country.ifPresent(code -> parts.add("country=" + code));
        named.ifPresent(asked -> parts.add("targetSegment=" + asked.wire()));
        if (!reservationScope.isEmpty()) {
            parts.add("reservationScope=" + reservationScope);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
