package oroshi.previews;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.orders.CartPreviews;
import oroshi.orders.CartResource;
import oroshi.orders.PurchaseForecast;

/** What carts would cost: one that is there, and one that is only thought of. */
@RestController
class CartPreviewController {
    private final CartPreviews carts;

    CartPreviewController(CartPreviews carts) {
        this.carts = carts;
    }

    /** The body is of no account, as with the checkout. */
    @PostMapping("/oroshi/previews/customers/{customerId}/carts/{cartId}/checkout")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT})
    PreviewResource previewCheckout(
            @PathVariable CustomerId customerId,
            @PathVariable CartId cartId,
            HttpServletRequest request,
            Caller caller) {
        return answer(carts.ofCheckout(caller, customerId, cartId), request);
    }

    @PostMapping("/oroshi/previews/customers/{customerId}/carts")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT})
    PreviewResource previewCart(
            @PathVariable CustomerId customerId,
            @RequestBody CartResource body,
            HttpServletRequest request,
            Caller caller) {
        return answer(carts.ofNew(caller, customerId, body), request);
    }

    private static PreviewResource answer(PurchaseForecast forecast, HttpServletRequest request) {
        return PreviewResource.of(Previews.in(ReaderLanguage.of(request)).of(forecast));
    }
}
