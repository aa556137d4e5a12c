package oroshi.subscriptions;

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
        boolean isAddOn) {}
