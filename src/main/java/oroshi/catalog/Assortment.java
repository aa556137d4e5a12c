package oroshi.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything a price list describes, in whatever country it is sold. */
final class Assortment {
    private final Map<String, Product> products;
    private final Map<String, Sku> skus;
    private final Map<String, LegacyOffer> offers;
    private final Map<String, String> keysByCode = new HashMap<>();

    Assortment(List<Sku> skus, List<LegacyOffer> offers) {
        this.skus = skus.stream().collect(Collectors.toMap(sku -> Shelf.folded(sku.key()), Function.identity()));
        this.products = skus.stream()
                .map(Sku::product)
                .collect(Collectors.toMap(
                        product -> Shelf.folded(product.id()), Function.identity(), (one, same) -> one));
        this.offers = offers.stream().collect(Collectors.toMap(offer -> Shelf.folded(offer.id()), Function.identity()));
        skus.forEach(sku -> keysByCode.put(Shelf.folded(sku.code()), sku.key()));
        offers.forEach(offer -> keysByCode.put(Shelf.folded(offer.code()), offer.id()));
    }

    Optional<Product> product(String productId) {
        return Optional.ofNullable(products.get(Shelf.folded(productId)));
    }

    Optional<Sku> sku(String key) {
        return Optional.ofNullable(skus.get(Shelf.folded(key)));
    }

    Optional<LegacyOffer> offer(String offerId) {
        return Optional.ofNullable(offers.get(Shelf.folded(offerId)));
    }

    /** The key behind a short code; whatever is no code is returned as it is. */
    String keyOf(String name) {
        return keysByCode.getOrDefault(Shelf.folded(name), name);
    }

    /** The title of what the name stands for: an offer, a SKU, or an availability of it in any market. */
    Optional<LocalizedText> title(String name) {
        var offer = offer(name);
        if (offer.isPresent()) {
            return offer.map(LegacyOffer::title);
        }
        return sku(withoutAvailability(name)).map(Sku::title);
    }

    private static String withoutAvailability(String name) {
        var parts = name.split(":", -1);
        return parts.length == 3 ? parts[0] + ":" + parts[1] : name;
    }
}
