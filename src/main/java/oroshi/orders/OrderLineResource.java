package oroshi.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.SubscriptionId;
import oroshi.orders.CartLineResource.Commitment;
import oroshi.orders.CartLineResource.PricingResource;
import oroshi.orders.CartLineResource.RenewsTo;
import oroshi.rest.Link;
import oroshi.rest.WireTime;

/** A line of an order as the contract names and nests it. What arrives may lack any member. */
record OrderLineResource(
        @Nullable Integer lineItemNumber,
        @Nullable String offerId,
        @Nullable String subscriptionId,
        @Nullable String parentSubscriptionId,
        @Nullable String termDuration,
        @Nullable String transactionType,
        @Nullable String friendlyName,
        @Nullable Integer quantity,
        @Nullable String customTermEndDate,
        @Nullable String promotionId,
        @Nullable String partnerIdOnRecord,
        @Nullable List<String> additionalPartnerIdsOnRecord,
        @Nullable Map<String, String> provisioningContext,
        @Nullable RenewsTo renewsTo,
        @Nullable Boolean attestationAccepted,
        @Nullable Commitment purchaseCommitment,
        @Nullable PricingResource pricing,
        @Nullable LineLinks links) {
    /** Where to go from a line; each only where it leads somewhere. */
    record LineLinks(
            @Nullable Link subscription,
            @Nullable Link product,
            @Nullable Link sku,
            @Nullable Link availability) {
        static LineLinks of(Order order, OrderLine line) {
            var subscription = usable(line)
                    ? line.subscriptionId()
                            .map(id -> Link.get("/customers/" + order.customerId() + "/subscriptions/" + id))
                            .orElse(null)
                    : null;
            if (order.isLegacy()) {
                return new LineLinks(subscription, null, null, null);
            }
            var parts = List.of(line.itemId().split(":", -1));
            var country = "?country=" + order.country();
            var product = "/products/" + parts.getFirst();
            var sku = parts.size() > 1 ? product + "/skus/" + parts.get(1) : null;
            var availability = parts.size() > 2 ? sku + "/availabilities/" + parts.get(2) : null;
            return new LineLinks(
                    subscription,
                    Link.get(product + country),
                    sku == null ? null : Link.get(sku + country),
                    availability == null ? null : Link.get(availability + country));
        }
    }

    /** What the line says beyond item, quantity and plan; refuses what cannot be read. */
    Particulars particulars() {
        return new Particulars(
                WireWords.day(customTermEndDate),
                WireWords.context(provisioningContext),
                renewsTo == null ? Optional.empty() : WireWords.term(renewsTo.termDuration()),
                purchaseCommitment == null ? Optional.empty() : Optional.of(purchaseCommitment.toCommitment()));
    }

    /** Until it is set up, a subscription is not named. */
    private static boolean usable(OrderLine line) {
        return line.state() == LineState.FULFILLED;
    }

    static OrderLineResource of(Order order, OrderLine line, boolean withPrices, LineLinks links) {
        var furtherResellers = line.additionalResellers();
        return new OrderLineResource(
                line.number(),
                line.itemId(),
                usable(line)
                        ? line.subscriptionId().map(SubscriptionId::toString).orElse(null)
                        : null,
                line.parent().map(SubscriptionId::toString).orElse(null),
                order.isLegacy() ? null : line.term().wire(),
                order.isLegacy() ? null : "New",
                line.friendlyName(),
                line.remaining(),
                line.particulars().lastDay().map(WireTime::startOf).orElse(null),
                line.promotionId().orElse(null),
                line.resellerMpnId().orElse(null),
                furtherResellers.isEmpty() ? null : furtherResellers,
                line.particulars().provisioningContext().isEmpty()
                        ? null
                        : line.particulars().provisioningContext(),
                line.particulars()
                        .renewsTo()
                        .map(term -> new RenewsTo(term.wire()))
                        .orElse(null),
                line.attested() ? true : null,
                line.particulars().commitment().map(Commitment::of).orElse(null),
                withPrices ? PricingResource.of(line.price(), line.total()) : null,
                links);
    }
}
