package oroshi.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * What a partner is about to order for a customer. It lives for seven days, however often it is changed.
 *
 * @param modifiedBy id of the person or application that changed it last
 */
record Cart(
        CartId id,
        PartnerId partnerId,
        CustomerId customerId,
        CartContent content,
        Instant createdAt,
        Instant modifiedAt,
        Instant expiresAt,
        String modifiedBy,
        Optional<Instant> orderedAt) {
    private static final Duration LIFE = Duration.ofDays(7);

    static Cart create(PartnerId partnerId, CustomerId customerId, CartContent content, String by, Instant now) {
        return new Cart(CartId.next(), partnerId, customerId, content, now, now, now.plus(LIFE), by, Optional.empty());
    }

    Cart withContent(CartContent other, String by, Instant now) {
        return new Cart(id, partnerId, customerId, other, createdAt, now, expiresAt, by, orderedAt);
    }

    /** The cart that remembers which of its lines its buyer saw in error. */
    Cart remembering(CartLines shown) {
        return withContent(content.withErrorsOf(shown.shown()), modifiedBy, modifiedAt);
    }

    Cart ordered(String by, Instant now) {
        return new Cart(id, partnerId, customerId, content, createdAt, now, expiresAt, by, Optional.of(now));
    }
}
