package oroshi.orders;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.Attributes;
import oroshi.rest.Links;
import oroshi.rest.WireTime;

/** The Cart resource as the contract names and nests it. What arrives may lack any member. */
public record CartResource(
        @Nullable String id,
        @Nullable String creationTimestamp,
        @Nullable String lastModifiedTimestamp,
        @Nullable String expirationTimestamp,
        @Nullable String lastModifiedUser,
        @Nullable String status,
        @Nullable List<CartLineResource> lineItems,
        @Nullable Boolean partnerOnRecordAttestationAccepted,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    /** What the request wants in the cart; refuses one without lines. */
    CartContent toContent() {
        var given = WireWords.whole("lineItems", lineItems);
        if (given.isEmpty()) {
            throw Refusal.because(OrderRefusal.INPUT_INVALID, "lineItems needs a line");
        }
        var lines = IntStream.range(0, given.size())
                .mapToObj(position -> given.get(position).asked(position))
                .toList();
        return new CartContent(lines, partnerOnRecordAttestationAccepted);
    }

    /** The cart for a client that fails on participants it was not built for, as the Java SDK does. */
    CartResource withKnownParticipants() {
        var known = lineItems == null
                ? null
                : lineItems.stream()
                        .map(CartLineResource::withKnownParticipants)
                        .toList();
        return new CartResource(
                id,
                creationTimestamp,
                lastModifiedTimestamp,
                expirationTimestamp,
                lastModifiedUser,
                status,
                known,
                partnerOnRecordAttestationAccepted,
                links,
                attributes);
    }

    static CartResource of(Cart cart, List<CartLineResource> lines) {
        return new CartResource(
                cart.id().toString(),
                WireTime.moment(cart.createdAt()),
                WireTime.moment(cart.modifiedAt()),
                WireTime.moment(cart.expiresAt()),
                cart.modifiedBy(),
                cart.orderedAt().isPresent() ? "Ordered" : "Active",
                lines,
                cart.content().actsForResellers(),
                Links.self("/customers/" + cart.customerId() + "/carts/" + cart.id()),
                Attributes.of("Cart"));
    }
}
