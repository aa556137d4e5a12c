package oroshi.catalog;

import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.rest.ResourceCollection;

/**
 * Products, SKUs and availabilities that a customer may be sold. The lists answer POST as they answer GET: the published
 * pages name the one in their headings and the other in their examples.
 */
@RestController
@RequestMapping("/v1/customers/{customerId}/products")
class CustomerProductController {
    private final CatalogBrowser browser;

    CustomerProductController(CatalogBrowser browser) {
        this.browser = browser;
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @RequestMapping(method = {GET, POST})
    ResourceCollection<ProductResource> listProductsByCustomer(
            Caller caller,
            @ParameterObject CustomerCatalogQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId) {
        var asked = CatalogRequest.of(query.inItsCountry(), request);
        return asked.products(caller, browser.forCustomer(caller, customerId, asked.query()));
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @RequestMapping(path = "/{productId}", method = GET)
    ProductResource getProductByCustomer(
            Caller caller,
            @ParameterObject CustomerCatalogQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId,
            @PathVariable String productId) {
        var asked = CatalogRequest.of(query.inItsCountry(), request);
        return asked.product(
                browser.forCustomer(caller, customerId, asked.query().withoutSegment()), productId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @RequestMapping(
            path = "/{productId}/skus",
            method = {GET, POST})
    ResourceCollection<SkuResource> listSkusByCustomer(
            Caller caller,
            @ParameterObject CustomerCatalogQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId,
            @PathVariable String productId) {
        var asked = CatalogRequest.of(query.inItsCountry(), request);
        return asked.skus(browser.forCustomer(caller, customerId, asked.query()), productId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @RequestMapping(path = "/{productId}/skus/{skuId}", method = GET)
    SkuResource getSkuByCustomer(
            Caller caller,
            @ParameterObject CustomerCatalogQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId,
            @PathVariable String productId,
            @PathVariable String skuId) {
        var asked = CatalogRequest.of(query.inItsCountry(), request);
        return asked.sku(browser.forCustomer(caller, customerId, asked.query().withoutSegment()), productId, skuId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @RequestMapping(
            path = "/{productId}/skus/{skuId}/availabilities",
            method = {GET, POST})
    ResourceCollection<AvailabilityResource> listAvailabilitiesByCustomer(
            Caller caller,
            @ParameterObject CustomerCatalogQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId,
            @PathVariable String productId,
            @PathVariable String skuId) {
        var asked = CatalogRequest.of(query.inItsCountry(), request);
        return asked.availabilities(browser.forCustomer(caller, customerId, asked.query()), productId, skuId);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @RequestMapping(path = "/{productId}/skus/{skuId}/availabilities/{availabilityId}", method = GET)
    AvailabilityResource getAvailabilityByCustomer(
            Caller caller,
            @ParameterObject CustomerCatalogQuery query,
            HttpServletRequest request,
            @PathVariable CustomerId customerId,
            @PathVariable String productId,
            @PathVariable String skuId,
            @PathVariable String availabilityId) {
        var asked = CatalogRequest.of(query.inItsCountry(), request);
        var view = browser.forCustomer(caller, customerId, asked.query().withoutSegment());
        return asked.availability(view, productId, skuId, availabilityId);
    }
}
