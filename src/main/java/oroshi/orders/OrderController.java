package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.relationships.Relationships;
import oroshi.rest.EntityTag;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;

/** Orders on the wire: of partners that buy, never of resellers. */
@RestController
class OrderController {
    private static final int LONGEST_NAME = 256;
    private static final Set<Role> SEE_PRICES =
            Set.of(Role.GLOBAL_ADMIN, Role.BILLING_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT);

    private final Orders orders;
    private final OrderChanges changes;
    private final Relationships relationships;

    OrderController(Orders orders, OrderChanges changes, Relationships relationships) {
        this.orders = orders;
        this.changes = changes;
        this.relationships = relationships;
    }

    @GetMapping("/v1/customers/{customerId}/orders")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<OrderResource> list(
            @PathVariable CustomerId customerId,
            @RequestParam(required = false) @Nullable String billingType,
            @RequestParam(name = "include_price", required = false) @Nullable String includePrice,
            Caller caller) {
        requirePrices(caller, customerId);
        var wanted = billingType == null || billingType.isBlank() ? null : cycle(billingType);
        var withPrices = isTrue(includePrice) && seesPrices(caller);
        var found = orders.list(caller.partnerId(), customerId).stream()
                .filter(order -> wanted == null || order.billingCycle() == wanted)
                .map(order -> OrderResource.of(order, withPrices))
                .toList();
        return ResourceCollection.of(found, Links.self(self(customerId, billingType, includePrice)));
    }

    @PostMapping("/v1/customers/{customerId}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    OrderResource create(
            @PathVariable CustomerId customerId,
            @RequestHeader(name = "x-ms-customeruser-upn", required = false) @Nullable String customerUser,
            @RequestBody OrderResource body,
            Caller caller) {
        var request = OrderRequest.of(body, caller, customerUser(customerUser));
        return OrderResource.of(orders.placeOne(caller.partnerId(), customerId, request), false);
    }

    @GetMapping("/v1/customers/{customerId}/orders/{orderId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    OrderResource get(
            @PathVariable CustomerId customerId,
            @PathVariable String orderId,
            @RequestParam(name = "include_price", required = false) @Nullable String includePrice,
            Caller caller) {
        requirePrices(caller, customerId);
        if (isTrue(includePrice) && !seesPrices(caller)) {
            throw Refusal.because(OrderRefusal.PRICES_NOT_ALLOWED);
        }
        return OrderResource.alone(
                orders.get(caller.partnerId(), customerId, WireIds.order(orderId)), isTrue(includePrice));
    }

    @PatchMapping("/v1/customers/{customerId}/orders/{orderId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    OrderResource update(
            @PathVariable CustomerId customerId,
            @PathVariable String orderId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OrderResource body,
            Caller caller) {
        var seen = EntityTag.of(ifMatch, body.attributes());
        return OrderResource.of(changes.update(caller, customerId, WireIds.order(orderId), seen, body), false);
    }

    @GetMapping("/v1/customers/{customerId}/orders/{orderId}/provisioningstatus")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<LineStatus> provisioningStatus(
            @PathVariable CustomerId customerId, @PathVariable String orderId, Caller caller) {
        requirePrices(caller, customerId);
        var order = orders.get(caller.partnerId(), customerId, WireIds.order(orderId));
        if (order.isLegacy()) {
            throw Refusal.because(OrderRefusal.NOTHING_PROVISIONED, order.number());
        }
        return ResourceCollection.of(order.lines().stream().map(LineStatus::of).toList());
    }

    /** How far the set-up of a line has come. */
    record LineStatus(
            int orderLineItemId,
            int lineItemNumber,
            String status,
            List<QuantityStatus> quantityProvisioningInformation) {
        static LineStatus of(OrderLine line) {
            var status = line.state().wire();
            return new LineStatus(
                    line.number(), line.number(), status, List.of(new QuantityStatus(line.remaining(), status)));
        }

        /** How far the set-up of so many units has come. */
        record QuantityStatus(int quantity, String status) {}
    }

    /** An order is its prices: a reseller, who must not see them, has no orders to read. */
    private void requirePrices(Caller caller, CustomerId customerId) {
        if (!relationships.viewpoint(caller.partnerId(), customerId).seesPrices()) {
            throw Refusal.because(OrderRefusal.PRICES_NOT_ALLOWED);
        }
    }

    /** Whoever only helps users sees what was ordered, but not for how much. */
    private static boolean seesPrices(Caller caller) {
        return caller.isApplicationAlone() || caller.roles().stream().anyMatch(SEE_PRICES::contains);
    }

    private static BillingCycle cycle(String billingType) {
        return BillingCycle.find(billingType)
                .orElseThrow(() ->
                        Refusal.because(OrderRefusal.INPUT_INVALID, "billingType " + billingType + " is unknown"));
    }

    /** The sign-in name that a shop sends along; refuses a text that is none. */
    private static Optional<String> customerUser(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        var name = header.strip();
        if (name.length() > LONGEST_NAME || name.indexOf('@') <= 0 || name.endsWith("@")) {
            throw Refusal.because(OrderRefusal.INPUT_INVALID, "x-ms-customeruser-upn is no user principal name");
        }
        return Optional.of(name);
    }

    private static boolean isTrue(@Nullable String text) {
        return text != null && text.strip().equalsIgnoreCase("true");
    }

    private static String self(CustomerId customerId, @Nullable String billingType, @Nullable String includePrice) {
        var query = new StringBuilder();
        append(query, "billingType", billingType);
        append(query, "include_price", includePrice);
        return "/customers/" + customerId + "/orders" + query;
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(value.strip());
        }
    }
}
