package oroshi.orders;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oroshi.orders.OrderLineResource.LineLinks;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.Link;
import oroshi.rest.WireTime;

/** The Order resource as the contract names and nests it. What arrives may lack any member. */
record OrderResource(
        @Nullable String id,
        @Nullable String alternateId,
        @Nullable String referenceCustomerId,
        @EnumWord @Nullable String billingCycle,
        @Nullable String currencyCode,
        @Nullable String currencySymbol,
        @Nullable List<OrderLineResource> lineItems,
        @Nullable String creationDate,
        @Nullable String status,
        @Nullable String transactionType,
        @Nullable BigDecimal totalPrice,
        @Nullable Boolean partnerOnRecordAttestationAccepted,
        @Nullable OrderLinks links,
        @Nullable Client client,
        @Nullable Attributes attributes) {
    /** The lines that a request names. */
    List<OrderLineResource> lines() {
        return WireWords.whole("lineItems", lineItems);
    }

    private static final Map<String, String> SYMBOLS = Map.of("EUR", "€", "GBP", "£", "JPY", "¥", "USD", "$");

    /** Where to go from an order. */
    record OrderLinks(
            Link self,
            @Nullable Link provisioningStatus,
            @Nullable Link patchOperation) {}

    /** Through what the order came; empty in lists. */
    record Client(
            @Nullable String marketplaceCountry,
            @Nullable String deviceFamily,
            @Nullable String name) {
        static final Client UNSAID = new Client(null, null, null);
    }

    /** The order with the prices of its lines and its total. */
    static OrderResource priced(Order order) {
        return of(order, true, Client.UNSAID);
    }

    /** The order with or without prices. */
    static OrderResource of(Order order, boolean withPrices) {
        return of(order, withPrices, Client.UNSAID);
    }

    /** The order as its own address answers it. */
    static OrderResource alone(Order order, boolean withPrices) {
        return of(order, withPrices, new Client(order.country(), "UniversalStore-PartnerCenter", "Partner Center API"));
    }

    private static OrderResource of(Order order, boolean withPrices, Client client) {
        var path = "/customers/" + order.customerId() + "/orders/" + order.number();
        return new OrderResource(
                order.number(),
                order.isLegacy() ? null : order.number(),
                order.customerId().toString(),
                order.billingCycle().wire(),
                order.currency().getCode(),
                SYMBOLS.getOrDefault(
                        order.currency().getCode(), order.currency().getCode()),
                order.lines().stream()
                        .map(line -> OrderLineResource.of(order, line, withPrices, LineLinks.of(order, line)))
                        .toList(),
                WireTime.moment(order.placedAt()),
                order.status().wire(),
                "UserPurchase",
                withPrices ? order.total().getAmount() : null,
                null,
                new OrderLinks(
                        Link.get(path),
                        order.isLegacy() ? null : Link.get(path + "/provisioningstatus"),
                        order.isLegacy() ? null : Link.of("PATCH", path)),
                order.isLegacy() ? null : client,
                attributes(order));
    }

    private static Attributes attributes(Order order) {
        if (!order.isLegacy()) {
            return Attributes.of("Order");
        }
        return Attributes.of("Order", etag(order));
    }

    /** The version of a classic order; new commerce has none. */
    static String etag(Order order) {
        var version = "{\"id\":\"%s\",\"version\":%d}".formatted(order.id(), order.version());
        return Base64.getEncoder().encodeToString(version.getBytes(StandardCharsets.UTF_8));
    }
}
