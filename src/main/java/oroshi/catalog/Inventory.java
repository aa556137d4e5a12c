package oroshi.catalog;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.catalog.InventoryItem.Restriction;

/** Finds out what keeps a customer from having what is sold from a stock. */
@Component
class Inventory {
    private final ReservedCapacity capacity;

    Inventory(ReservedCapacity capacity) {
        this.capacity = capacity;
    }

    /** All that restricts the SKU in the context of the request; empty when it can be had. */
    List<Restriction> restrictions(Caller caller, Sku sku, InventoryRequest request) {
        var found = new ArrayList<Restriction>();
        request.region()
                .filter(region -> !isSoldIn(region, sku))
                .map(Restriction::ofRegion)
                .ifPresent(found::add);
        if (sku.kind() == ItemKind.RESERVATION) {
            request.anchor()
                    .flatMap(anchor -> capacity.obstacle(
                                    caller.partnerId(), anchor.customer(), anchor.subscription(), sku.prerequisites())
                            .map(why -> Restriction.ofSubscription(anchor.subscription(), why)))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Capacity that is sold in one region is restricted in every other one. */
    private static boolean isSoldIn(String region, Sku sku) {
        var sold = sku.attributes().get("armRegionName");
        return sold == null || sold.equalsIgnoreCase(region);
    }
}
