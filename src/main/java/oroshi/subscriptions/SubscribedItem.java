package oroshi.subscriptions;

import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;

/**
 * What is subscribed to, as the catalog had it at the time of the order.
 *
 * @param id what the order line named: the offer id, or {@code productId:skuId:availabilityId}
 * @param key what stays the same in every market; prerequisites and limits name it
 * @param isLegacy whether the rules of the classic offers apply instead of those of new commerce
 */
public record SubscribedItem(
        String id,
        String key,
        boolean isLegacy,
        ItemKind kind,
        LocalizedText title,
        String unitType,
        String publisherName,
        boolean isOperatorProduct,
        boolean isTrial,
        boolean isAddOn) {
    /** The item as the catalog has it. */
    public static SubscribedItem of(CatalogItem item) {
        return new SubscribedItem(
                item.id(),
                item.key(),
                item.isLegacy(),
                item.kind(),
                item.title(),
                item.unitType(),
                item.publisherName(),
                item.isOperatorProduct(),
                item.isTrial(),
                item.isAddOn());
    }

    /** Only licences of new commerce can be given back one by one. */
    boolean returnsSeats() {
        return !isLegacy && !isTrial && kind == ItemKind.LICENSE;
    }
}
