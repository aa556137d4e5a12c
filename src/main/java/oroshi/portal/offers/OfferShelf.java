package oroshi.portal.offers;

import java.util.Set;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;

/** The tabs of the page that adds products. */
public enum OfferShelf {
    PLATFORM(Set.of(ItemKind.USAGE, ItemKind.RESERVATION)),
    ONLINE(Set.of(ItemKind.LICENSE, ItemKind.MARKETPLACE)),
    SOFTWARE(Set.of(ItemKind.SOFTWARE));

    private final Set<ItemKind> kinds;

    OfferShelf(Set<ItemKind> kinds) {
        this.kinds = kinds;
    }

    boolean holds(CatalogItem item) {
        return kinds.contains(item.kind());
    }

    /** Key of its name. */
    public String key() {
        return "products.tab." + name();
    }
}
