package oroshi.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oroshi.basics.Refusal;

/** The part of the product catalog that one request may see: what is on sale in a market or to a customer. */
record CatalogView(Assortment assortment, Admission admission, CatalogAddress address) {

    /** The products of a slice, by title. */
    List<Product> products(TargetView view) {
        var products = new LinkedHashMap<String, Product>();
        visible(admission.admitted())
                .filter(view::shows)
                .map(Sku::product)
                .sorted(Comparator.comparing(
                                (Product product) -> product.title().english())
                        .thenComparing(Product::id))
                .forEach(product -> products.putIfAbsent(product.id(), product));
        return List.copyOf(products.values());
    }

    Product product(String productId) {
        return visible(admission.admitted(productId))
                .map(Sku::product)
                .filter(product -> product.id().equalsIgnoreCase(productId))
                .findFirst()
                .orElseThrow(() -> Refusal.because(CatalogRefusal.PRODUCT_UNKNOWN, productId));
    }

    /** The SKUs of a product, those that are bought before trials: some clients order the first one. */
    List<Sku> skus(String productId) {
        var product = product(productId);
        return visible(admission.admitted(product.id()))
                .sorted(Comparator.comparing(Sku::isTrial).thenComparing(Sku::id))
                .toList();
    }

    Sku sku(String productId, String skuId) {
        return skus(productId).stream()
                .filter(sku -> sku.id().equalsIgnoreCase(skuId))
                .findFirst()
                .orElseThrow(() -> Refusal.because(CatalogRefusal.SKU_UNKNOWN, skuId));
    }

    /** The availabilities of a SKU, commercial first. */
    List<CatalogItem> availabilities(Sku sku) {
        return itemsOf(sku.key())
                .sorted(Comparator.comparing(CatalogItem::segment))
                .toList();
    }

    CatalogItem availability(Sku sku, String availabilityId) {
        var id = sku.key() + ":" + availabilityId;
        return availabilities(sku).stream()
                .filter(item -> item.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Refusal.because(CatalogRefusal.AVAILABILITY_UNKNOWN, availabilityId));
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
        return skus(admission.admitted(productId))
                .filter(sku -> sku.product().id().equalsIgnoreCase(productId))
                .sorted(Comparator.comparing(Sku::id))
                .toList();
    }

    private Stream<Sku> skus(List<CatalogItem> items) {
        return items.stream()
                .filter(item -> !item.isLegacy())
                .map(CatalogItem::key)
                .distinct()
                .flatMap(key -> assortment.sku(key).stream());
    }

    private Stream<Sku> visible(List<CatalogItem> items) {
        return skus(items)
                .filter(sku -> sku.kind() != ItemKind.RESERVATION
                        || sku.reservationScope().equals(address.scope()));
    }
}
