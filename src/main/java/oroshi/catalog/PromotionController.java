package oroshi.catalog;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;

/** Promotions on new-commerce products. */
@RestController
class PromotionController {
    private final Promotions promotions;

    PromotionController(Promotions promotions) {
        this.promotions = promotions;
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/productpromotions")
    ResourceCollection<PromotionResource> listPromotions(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String segment) {
        var locale = WireLocale.of(request.getHeader("X-Locale"));
        var market = market(country);
        var running = promotions.listRunning(caller, market, commercial(segment));
        return ResourceCollection.of(
                running.stream()
                        .map(promotion -> PromotionResource.listed(promotion, locale))
                        .toList(),
                Links.self(OfferPage.addressOf(request)));
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/productpromotions/{promotionId}")
    PromotionResource getPromotion(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String promotionId,
            @RequestParam(required = false) @Nullable String country) {
        var locale = WireLocale.of(request.getHeader("X-Locale"));
        return PromotionResource.whole(promotions.get(caller, market(country), promotionId), locale);
    }

    private static String market(@Nullable String country) {
        return new CatalogQuery(country, null, null, null, null).requiredCountry();
    }

    /** Only commercial has promotions. */
    private static Segment commercial(@Nullable String segment) {
        if (segment == null) {
            throw CatalogQuery.invalid("segment is missing");
        }
        return Segment.find(segment)
                .filter(Segment.COMMERCIAL::equals)
                .orElseThrow(() -> CatalogQuery.invalid("segment must be commercial"));
    }
}
