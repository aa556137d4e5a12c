package oroshi.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import oroshi.basics.Refusal;

/**
 * The part of the product catalog that one request may see: what is on sale in a market or to a customer.
 *
 * @param shown the segments that lists show; by its id everything is found that the reader may see
 * @param resting whether an id or key stands for what is listed, but is not on sale at the moment
 */
record CatalogView(
        Assortment assortment,
        Admission admission,
        SegmentRule shown,
        Predicate<String> resting,
        CatalogAddress address) {

    /** The products of a slice, by title. */
    List<Product> products(TargetView view) {
        var products = new LinkedHashMap<String, Product>();
        shown(admission.admitted())
                .filter(view::shows)
                .map(Sku::product)
                .sorted(Comparator.comparing(
                                (Product product) -> product.title().english())
                        .thenComparing(Product::id))
                .forEach(product -> products.putIfAbsent(product.id(), product));
        return List.copyOf(products.values());
    }

    Product product(String productId) {
        return skusOfAnyScope(productId).stream()
                .findFirst()
                .map(Sku::product)
                .orElseThrow(() -> Refusal.because(CatalogRefusal.PRODUCT_UNKNOWN, productId));
    }

    /** The SKUs of a product, those that are bought before trials: some clients order the first one. */
    List<Sku> skus(String productId) {
        var product = product(productId);
        return shown(admission.admitted(product.id()))
                .sorted(Comparator.comparing(Sku::isTrial).thenComparing(Sku::id))
                .toList();
    }

    Sku sku(String productId, String skuId) {
        var product = product(productId);
        return skusOfAnyScope(product.id()).stream()
                .filter(sku -> sku.id().equalsIgnoreCase(skuId))
                .findFirst()
                .orElseThrow(() -> Refusal.because(CatalogRefusal.SKU_UNKNOWN, skuId));
    }

    /** As {@link #sku}, which is listed and also on sale. */
    Sku skuOnSale(String productId, String skuId) {
        var key = productId + ":" + skuId;
        if (admission.admitted(productId).stream().noneMatch(item -> item.key().equalsIgnoreCase(key))
                && resting.test(key)) {
            throw Refusal.because(CatalogRefusal.NOT_AVAILABLE, key);
        }
        return sku(productId, skuId);
    }

    /** The availabilities of a SKU, commercial first. */
    List<CatalogItem> availabilities(Sku sku) {
        return itemsOf(sku.key())
                .filter(item -> shown.allows(item.segment()))
                .sorted(Comparator.comparing(CatalogItem::segment))
                .toList();
    }

    CatalogItem availability(String productId, String skuId, String availabilityId) {
        var key = productId + ":" + skuId;
        var id = key + ":" + availabilityId;
        return admission.admitted(productId).stream()
                .filter(item -> item.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> unavailable(productId, skuId, availabilityId));
    }

    private Refusal unavailable(String productId, String skuId, String availabilityId) {
        var key = productId + ":" + skuId;
        if (resting.test(key + ":" + availabilityId)) {
            return Refusal.because(CatalogRefusal.NOT_AVAILABLE, key + ":" + availabilityId);
        }
        if (!resting.test(key)) {
            sku(productId, skuId);
        }
        return Refusal.because(CatalogRefusal.AVAILABILITY_UNKNOWN, availabilityId);
    }

    /** What another SKU, or legacy offer, is sold as here; commercial where there is a choice. */
    Optional<CatalogItem> sold(String key) {
        return itemsOf(key).min(Comparator.comparing(CatalogItem::segment));
    }

    private Stream<CatalogItem> itemsOf(String key) {
        return admission.admitted(Shelf.productOf(key)).stream()
                .filter(item -> item.key().equals(key));
    }

    /** The SKUs of a product, reservations of either scope; none when the product is unknown. */
    List<Sku> skusOfAnyScope(String productId) {
        return skusOf(admission.admitted(productId).stream())
                .filter(sku -> sku.product().id().equalsIgnoreCase(productId))
                .sorted(Comparator.comparing(Sku::id))
                .toList();
    }

    /** What lists show: of reservations those of the scope that is asked for, which are others than those without one. */
    private Stream<Sku> shown(List<CatalogItem> items) {
        return skusOf(items.stream().filter(item -> shown.allows(item.segment())))
                .filter(sku -> sku.kind() != ItemKind.RESERVATION
                        || sku.reservationScope().equals(address.scope()));
    }

    private Stream<Sku> skusOf(Stream<CatalogItem> sold) {
        return sold.filter(item -> !item.isLegacy())
                .map(CatalogItem::key)
                .distinct()
                .flatMap(key -> assortment.sku(key).stream());
    }
}
