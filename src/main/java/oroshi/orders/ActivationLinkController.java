package oroshi.orders;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.rest.Link;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;
import oroshi.subscriptions.Activations;
import oroshi.subscriptions.Subscriptions;

/** Where customers activate what others publish, on the wire: of an order, of one of its lines, of a subscription. */
@RestController
class ActivationLinkController {
    private static final String ORDER = "/v1/customers/{customerId}/orders/{orderId}";

    private final Orders orders;
    private final Subscriptions subscriptions;
    private final Activations activations;
    private final Relationships relationships;

    ActivationLinkController(
            Orders orders, Subscriptions subscriptions, Activations activations, Relationships relationships) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.activations = activations;
        this.relationships = relationships;
    }

    @GetMapping(ORDER + "/activationlinks")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<ActivationLink> ofOrder(
            @PathVariable CustomerId customerId, @PathVariable String orderId, Caller caller) {
        var order = get(caller, customerId, orderId);
        return told(
                order.lines().stream().flatMap(line -> links(order, line)).toList(), path(order) + "/activationlinks");
    }

    @GetMapping(ORDER + "/lineitems/{lineItemNumber}/activationlinks")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<ActivationLink> ofLine(
            @PathVariable CustomerId customerId,
            @PathVariable String orderId,
            @PathVariable String lineItemNumber,
            Caller caller) {
        var order = get(caller, customerId, orderId);
        var line = line(order, lineItemNumber);
        return told(links(order, line).toList(), path(order) + "/lineitems/" + line.number() + "/activationlinks");
    }

    @GetMapping("/v1/customers/{customerId}/subscriptions/{subscriptionId}/activationlinks")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<ActivationLink> ofSubscription(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var subscription = subscriptions.get(caller.partnerId(), customerId, subscriptionId);
        var order = orders.get(caller.partnerId(), customerId, subscription.orderId());
        return told(
                order.lineOf(subscriptionId).stream()
                        .flatMap(line -> links(order, line))
                        .toList(),
                "/customers/" + customerId + "/subscriptions/" + subscriptionId + "/activationlinks");
    }

    private static OrderLine line(Order order, String text) {
        var number = WireIds.line(text);
        return order.lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                        OrderRefusal.LINE_NUMBER, number, order.lines().size() - 1));
    }

    private Order get(Caller caller, CustomerId customerId, String orderId) {
        relationships.viewpoint(caller.partnerId(), customerId);
        return orders.get(caller.partnerId(), customerId, WireIds.order(orderId));
    }

    private Stream<ActivationLink> links(Order order, OrderLine line) {
        return line
                .subscriptionId()
                .flatMap(id -> subscriptions.find(order.partnerId(), order.customerId(), id))
                .flatMap(activations::link)
                .map(address -> new ActivationLink(line.number(), Link.get(address.toString())))
                .stream();
    }

    private static ResourceCollection<ActivationLink> told(List<ActivationLink> links, String path) {
        return ResourceCollection.of(links, Links.self(path));
    }

    private static String path(Order order) {
        return "/customers/" + order.customerId() + "/orders/" + order.number();
    }

    /** Where the customer activates what a line brought. */
    record ActivationLink(int lineItemNumber, Link link) {}
}
