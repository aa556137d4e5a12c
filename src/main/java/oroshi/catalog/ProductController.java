package oroshi.catalog;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.rest.ResourceCollection;

/** Products, SKUs and availabilities of a market. */
@RestController
class ProductController {
    private final CatalogBrowser browser;

    ProductController(CatalogBrowser browser) {
        this.browser = browser;
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/products")
    ResourceCollection<ProductResource> listProductsByCountry(
            Caller caller, @ParameterObject CatalogQuery query, HttpServletRequest request) {
        var asked = CatalogRequest.of(query, request);
        return asked.products(caller, browser.inMarket(caller, query));
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/products/{productId}")
    ProductResource getProduct(
            Caller caller,
            @ParameterObject CatalogQuery query,
            HttpServletRequest request,
            @PathVariable String productId) {
        var asked = CatalogRequest.of(query, request);
        return asked.product(browser.inEverySegment(caller, query), productId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/products/{productId}/skus")
    ResourceCollection<SkuResource> listSkusByCountry(
            Caller caller,
            @ParameterObject CatalogQuery query,
            HttpServletRequest request,
            @PathVariable String productId) {
        var asked = CatalogRequest.of(query, request);
        return asked.skus(browser.inMarket(caller, query), productId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/products/{productId}/skus/{skuId}")
    SkuResource getSku(
            Caller caller,
            @ParameterObject CatalogQuery query,
            HttpServletRequest request,
            @PathVariable String productId,
            @PathVariable String skuId) {
        var asked = CatalogRequest.of(query, request);
        return asked.sku(browser.inEverySegment(caller, query), productId, skuId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/products/{productId}/skus/{skuId}/availabilities")
    ResourceCollection<AvailabilityResource> listAvailabilitiesByCountry(
            Caller caller,
            @ParameterObject CatalogQuery query,
            HttpServletRequest request,
            @PathVariable String productId,
            @PathVariable String skuId) {
        var asked = CatalogRequest.of(query, request);
        return asked.availabilities(browser.inMarket(caller, query), productId, skuId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/products/{productId}/skus/{skuId}/availabilities/{availabilityId}")
    AvailabilityResource getAvailability(
            Caller caller,
            @ParameterObject CatalogQuery query,
            HttpServletRequest request,
            @PathVariable String productId,
            @PathVariable String skuId,
            @PathVariable String availabilityId) {
        var asked = CatalogRequest.of(query, request);
        return asked.availability(browser.inEverySegment(caller, query), productId, skuId, availabilityId);
    }
}
