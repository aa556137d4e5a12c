package oroshi.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;

/** One request for products: what it asks, who reads the answer, and the answer's form. */
record CatalogRequest(CatalogQuery query, CatalogReader reader, String address) {
    static CatalogRequest of(CatalogQuery query, HttpServletRequest request) {
        return new CatalogRequest(
                query,
                CatalogReader.of(request.getHeader("X-Locale"), request.getHeader("MS-PartnerCenter-Client")),
                OfferPage.addressOf(request));
    }

    ResourceCollection<ProductResource> products(Caller caller, CatalogView view) {
        var slice = query.requiredView();
        if (!slice.isOpenIn(caller.cloud())) {
            throw Refusal.because(CatalogRefusal.VIEW_HIDDEN, slice.wire());
        }
        return collection(view.products(slice).stream()
                .map(product -> ProductResource.of(product, view.address(), reader))
                .toList());
    }

    ProductResource product(CatalogView view, String productId) {
        return ProductResource.of(view.product(productId), view.address(), reader);
    }

    ResourceCollection<SkuResource> skus(CatalogView view, String productId) {
        return collection(view.skus(productId).stream()
                .map(sku -> SkuResource.of(sku, view, reader))
                .toList());
    }

    SkuResource sku(CatalogView view, String productId, String skuId) {
        return SkuResource.of(view.sku(productId, skuId), view, reader);
    }

    ResourceCollection<AvailabilityResource> availabilities(CatalogView view, String productId, String skuId) {
        var sku = view.skuOnSale(productId, skuId);
        return collection(view.availabilities(sku).stream()
                .map(item -> AvailabilityResource.of(item, sku, view, reader))
                .toList());
    }

    AvailabilityResource availability(CatalogView view, String productId, String skuId, String availabilityId) {
        var item = view.availability(productId, skuId, availabilityId);
        return AvailabilityResource.of(item, view.sku(productId, skuId), view, reader);
    }

    private <T> ResourceCollection<T> collection(List<T> items) {
        return ResourceCollection.of(items, Links.self(address));
    }
}
