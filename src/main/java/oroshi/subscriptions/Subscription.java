package oroshi.subscriptions;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/**
 * Something a customer may use, for a number of licences and a term.
 *
 * @param partnerId the partner that sold it and is billed for it
 * @param orderNumber number of the order that began it, as people read it
 * @param country the customer's country, in which it was bought
 * @param friendlyName the partner's nickname for it; the item's title unless somebody changed it
 * @param unitPrice price of one unit at each charge, fixed for the term
 * @param parent the base subscription of a classic add-on
 * @param resellerMpnId the indirect reseller of record
 * @param failure why the set-up failed last
 */
public record Subscription(
        SubscriptionId id,
        PartnerId partnerId,
        CustomerId customerId,
        OrderId orderId,
        String orderNumber,
        String country,
        SubscribedItem item,
        String friendlyName,
        int quantity,
        Commitment commitment,
        Money unitPrice,
        Optional<SubscriptionId> parent,
        Optional<String> resellerMpnId,
        Optional<String> promotionId,
        SubscriptionStatus status,
        boolean renewsItself,
        Optional<String> failure,
        Instant createdAt,
        long version) {
    /** What a reader sees: the nickname that somebody gave it, else the item's title in the reader's language. */
    public String name(Locale locale) {
        return friendlyName.equals(item.title().english()) ? item.title().in(locale) : friendlyName;
    }

    /** Whether it is running or about to, so that others can build on it. */
    public boolean isUsable() {
        return switch (status) {
            case ACTIVE, SETTING_UP, PENDING -> true;
            case SET_UP_FAILED, SUSPENDED, EXPIRED, DISABLED, DELETED -> false;
        };
    }

    Subscription withReseller(Optional<String> mpnId) {
        return new Subscription(
                id,
                partnerId,
                customerId,
                orderId,
                orderNumber,
                country,
                item,
                friendlyName,
                quantity,
                commitment,
                unitPrice,
                parent,
                mpnId,
                promotionId,
                status,
                renewsItself,
                failure,
                createdAt,
                version);
    }

    Subscription withFriendlyName(String nickname) {
        return new Subscription(
                id,
                partnerId,
                customerId,
                orderId,
                orderNumber,
                country,
                item,
                nickname,
                quantity,
                commitment,
                unitPrice,
                parent,
                resellerMpnId,
                promotionId,
                status,
                renewsItself,
                failure,
                createdAt,
                version);
    }

    Subscription withStatus(SubscriptionStatus next) {
        return new Subscription(
                id,
                partnerId,
                customerId,
                orderId,
                orderNumber,
                country,
                item,
                friendlyName,
                quantity,
                commitment,
                unitPrice,
                parent,
                resellerMpnId,
                promotionId,
                next,
                renewsItself,
                failure,
                createdAt,
                version);
    }

    Subscription withVersion(long expected) {
        return new Subscription(
                id,
                partnerId,
                customerId,
                orderId,
                orderNumber,
                country,
                item,
                friendlyName,
                quantity,
                commitment,
                unitPrice,
                parent,
                resellerMpnId,
                promotionId,
                status,
                renewsItself,
                failure,
                createdAt,
                expected);
    }
}
