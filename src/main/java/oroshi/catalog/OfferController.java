package oroshi.catalog;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.rest.ResourceCollection;

/** Legacy offers and their categories, of a market or for a customer. */
@RestController
class OfferController {
    private final CatalogBrowser browser;

    OfferController(CatalogBrowser browser) {
        this.browser = browser;
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/offers")
    ResourceCollection<OfferResource> listOffers(
            Caller caller, @ParameterObject OfferQuery query, HttpServletRequest request) {
        var page = OfferPage.of(query, request);
        var view = browser.offersInMarket(caller, query.market());
        browser.requireSale(caller, view.country());
        return answer(request, page, view, view.inCategory(query.asksForCategory()));
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/offers/{offerId}")
    OfferResource getOffer(
            Caller caller,
            @ParameterObject OfferQuery query,
            HttpServletRequest request,
            @PathVariable String offerId) {
        var view = browser.offersInMarket(caller, query.market());
        return OfferResource.of(view.offer(offerId), view, reader(request));
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/offers/{offerId}/addons")
    ResourceCollection<OfferResource> listOfferAddons(
            Caller caller,
            @ParameterObject OfferQuery query,
            HttpServletRequest request,
            @PathVariable String offerId) {
        var page = OfferPage.of(query, request);
        var view = browser.offersInMarket(caller, query.market());
        return answer(request, page, view, view.addOnsOf(view.base(offerId)));
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/offercategories")
    ResourceCollection<OfferCategoryResource> listOfferCategories(
            Caller caller, @ParameterObject OfferQuery query, HttpServletRequest request) {
        var view = browser.offersInMarket(caller, query.market());
        return categories(request, view);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/customers/{customerId}/offers")
    ResourceCollection<OfferResource> listCustomerOffers(
            Caller caller,
            @ParameterObject OfferQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId) {
        var page = OfferPage.of(query, request);
        var view = browser.offersForCustomer(caller, customerId);
        return answer(request, page, view, view.offers());
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/customers/{customerId}/offercategories")
    ResourceCollection<OfferCategoryResource> listCustomerOfferCategories(
            Caller caller, HttpServletRequest request, @PathVariable CustomerId customerId) {
        return categories(request, browser.offersForCustomer(caller, customerId));
    }

    private static ResourceCollection<OfferResource> answer(
            HttpServletRequest request, OfferPage page, OfferView view, List<LegacyOffer> offers) {
        var reader = reader(request);
        return page.of(offers, offer -> OfferResource.of(offer, view, reader));
    }

    private static ResourceCollection<OfferCategoryResource> categories(HttpServletRequest request, OfferView view) {
        var locale = reader(request).locale();
        var whole = new OfferPage(OfferPage.addressOf(request), 0, 0);
        return whole.of(view.categories(), category -> OfferCategoryResource.of(category, view.country(), locale));
    }

    private static CatalogReader reader(HttpServletRequest request) {
        return CatalogReader.of(request.getHeader("X-Locale"), request.getHeader("MS-PartnerCenter-Client"));
    }
}
