package oroshi.catalog;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** How the loads of price lists are going, for the operator. */
@RestController
class OperatorPriceListController {
    private static final String ROOT = "/oroshi/operator/pricelists";

    private final PriceListLoads loads;

    OperatorPriceListController(PriceListLoads loads) {
        this.loads = loads;
    }

    @GetMapping(ROOT)
    @ForOperators
    ResourceCollection<PriceListLoadResource> list() {
        return ResourceCollection.of(
                loads.list().stream().map(PriceListLoadResource::of).toList());
    }

    @GetMapping(ROOT + "/{priceListId}")
    @ForOperators
    PriceListLoadResource get(@PathVariable String priceListId) {
        return Ids.parse(priceListId)
                .flatMap(loads::find)
                .map(PriceListLoadResource::of)
                .orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
    }
}
