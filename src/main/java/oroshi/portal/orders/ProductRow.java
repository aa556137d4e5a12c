package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import oroshi.catalog.CatalogItem;
import oroshi.orders.Offering;
import oroshi.portal.Message;
import oroshi.portal.offers.OfferRow;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;

/**
 * An offer on the page that adds products.
 *
 * @param inCart how many of it are in the cart
 * @param unavailable why it can't be bought at the moment
 */
public record ProductRow(
        OfferRow offer, Offering offering, int inCart, Optional<Message> unavailable, List<ProductRow> addOns) {
    public ProductRow {
        addOns = List.copyOf(addOns);
    }

    public String key() {
        return offer.input().key();
    }

    /** What to buy first, as words to search for. */
    public List<CatalogItem> needed() {
        return offering.lacksPrerequisite() ? offering.needed() : List.of();
    }

    /** A subscription that is in the way because it is suspended: it can be reactivated instead. */
    public Optional<Subscription> suspended() {
        return offering.owned().filter(owned -> owned.status() == SubscriptionStatus.SUSPENDED);
    }

    /** What the quantity field proposes. */
    public String proposed() {
        var typed = offer.input().quantity();
        return typed.isEmpty() ? offer.fixedQuantity() : typed;
    }
}
