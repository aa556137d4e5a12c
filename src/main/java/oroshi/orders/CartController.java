package oroshi.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.rest.Attributes;

/** Carts on the wire. */
@RestController
class CartController {
    private static final String CLIENT = "MS-PartnerCenter-Client";

    private final Carts carts;

    CartController(Carts carts) {
        this.carts = carts;
    }

    @PostMapping("/v1/customers/{customerId}/carts")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    CartResource create(
            @PathVariable CustomerId customerId,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            @RequestBody CartResource body,
            Caller caller) {
        return read(client, carts.create(caller, customerId, body.toContent()));
    }

    @GetMapping("/v1/customers/{customerId}/carts/{cartId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    CartResource get(
            @PathVariable CustomerId customerId,
            @PathVariable String cartId,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            Caller caller) {
        return read(client, carts.get(caller, customerId, WireIds.cart(cartId)));
    }

    @PutMapping("/v1/customers/{customerId}/carts/{cartId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    CartResource update(
            @PathVariable CustomerId customerId,
            @PathVariable String cartId,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            @RequestBody CartResource body,
            Caller caller) {
        return read(client, carts.update(caller, customerId, WireIds.cart(cartId), body.toContent()));
    }

    /** The body is of no account: clients send none, an empty one, or the four letters null. */
    @PostMapping("/v1/customers/{customerId}/carts/{cartId}/checkout")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    CheckoutResult checkout(@PathVariable CustomerId customerId, @PathVariable String cartId, Caller caller) {
        return CheckoutResult.of(carts.checkout(caller, customerId, WireIds.cart(cartId)));
    }

    private static CartResource read(@Nullable String client, CartResource cart) {
        return client != null && client.contains("Java SDK") ? cart.withKnownParticipants() : cart;
    }

    /** What a checkout came to. Everything is ordered or nothing, so there are never errors beside orders. */
    record CheckoutResult(List<OrderResource> orders, List<String> orderErrors, Attributes attributes) {
        static CheckoutResult of(List<Order> placed) {
            return new CheckoutResult(
                    placed.stream().map(OrderResource::priced).toList(),
                    List.of(),
                    Attributes.of("CartCheckoutResult"));
        }
    }
}
