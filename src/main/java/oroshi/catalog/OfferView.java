package oroshi.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** The legacy offers that one request may see, in the order of their ranks. */
record OfferView(List<LegacyOffer> offers, String country) {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    OfferView {
        var sorted = new ArrayList<>(offers);
        sorted.sort(Comparator.comparingInt(LegacyOffer::rank).thenComparing(LegacyOffer::id));
        offers = List.copyOf(sorted);
    }

    List<LegacyOffer> inCategory(Optional<String> categoryId) {
        return offers.stream()
                .filter(offer -> categoryId.map(id -> isIn(offer, id)).orElse(true))
                .toList();
    }

    LegacyOffer offer(String offerId) {
        return find(offerId)
                .orElseThrow(() -> isNewCommerce(offerId)
                        ? Refusal.because(CatalogRefusal.NEW_COMMERCE_ID, offerId)
                        : unknown(offerId));
    }

    /** The offer that add-ons are asked for; there an id of new commerce is no more than a wrong one. */
    LegacyOffer base(String offerId) {
        return find(offerId).orElseThrow(() -> unknown(offerId));
    }

    List<LegacyOffer> addOnsOf(LegacyOffer base) {
        return offers.stream()
                .filter(LegacyOffer::isAddOn)
                .filter(offer -> offer.prerequisites().contains(base.id()))
                .toList();
    }

    boolean hasAddOns(LegacyOffer offer) {
        return !addOnsOf(offer).isEmpty();
    }

    /** The categories that hold an offer, by rank. */
    List<Category> categories() {
        var categories = new TreeSet<Category>(Comparator.comparingInt(Category::rank));
        for (var offer : offers) {
            var category = offer.category();
            if (category != null) {
                categories.add(category);
            }
        }
        return List.copyOf(categories);
    }

    private Optional<LegacyOffer> find(String offerId) {
        return offers.stream()
                .filter(offer -> offer.id().equalsIgnoreCase(offerId))
                .findFirst();
    }

    private static Refusal unknown(String offerId) {
        return GUID.matcher(offerId).matches()
                ? Refusal.because(RestRefusal.NOT_FOUND)
                : Refusal.because(CatalogRefusal.OFFER_ID_INVALID, offerId);
    }

    /** Whether it begins as the id of a product does, in whatever letter case. */
    private static boolean isNewCommerce(String offerId) {
        var product = offerId.split(":", -1)[0].toUpperCase(Locale.ROOT);
        return PriceSheetReader.PRODUCT_ID.matcher(product).matches();
    }

    private static boolean isIn(LegacyOffer offer, String categoryId) {
        var category = offer.category();
        return category != null && category.id().equalsIgnoreCase(categoryId);
    }
}
