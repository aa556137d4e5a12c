package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param resellerRemoved whether there was one that somebody removed
 * @param batches licences of new commerce that can be given back for a while
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
        boolean resellerRemoved,
        Optional<String> promotionId,
        SeatBatches batches,
        Standing standing,
        Optional<String> failure,
        Instant createdAt,
        long version) {
    /** What a reader sees: the nickname that somebody gave it, else the item's title in the reader's language. */
    public String name(Locale locale) {
        return friendlyName.equals(item.title().english()) ? item.title().in(locale) : friendlyName;
    }

    /** Whether it is running or about to, so that others can build on it. */
    public boolean isUsable() {
        return switch (status()) {
            case ACTIVE, SETTING_UP, PENDING -> true;
            case SET_UP_FAILED, SUSPENDED, EXPIRED, DISABLED, DELETED -> false;
        };
    }

    /** Where it is in its life. */
    public SubscriptionStatus status() {
        return standing.status();
    }

    public boolean renewsItself() {
        return standing.renewsItself();
    }

    /** The day on which it renews, expires or is deleted by itself. */
    public Optional<LocalDate> dueOn() {
        return standing.dueOn();
    }

    /** The last day on which a classic subscription that is suspended can be brought back. */
    public Optional<LocalDate> deletedAfter() {
        return item.isLegacy() && status() == SubscriptionStatus.SUSPENDED
                ? dueOn().map(day -> day.minusDays(1))
                : Optional.empty();
    }

    boolean isPricedIn(Money price) {
        return price.getCurrencyUnit().equals(unitPrice.getCurrencyUnit());
    }

    /** The number that charges carry: of the reseller, {@code -1} after it was removed, none for a direct sale. */
    String chargedReseller() {
        return resellerMpnId.orElse(resellerRemoved ? "-1" : "");
    }

    /** Without reseller, but not as if there had never been one. */
    Subscription withReseller(Optional<String> mpnId) {
        var removed = mpnId.isEmpty() && (resellerRemoved || resellerMpnId.isPresent());
        return copy(item, friendlyName, quantity, commitment, unitPrice, mpnId, removed, batches, standing, version);
    }

    Subscription withFriendlyName(String nickname) {
        return copy(
                item,
                nickname,
                quantity,
                commitment,
                unitPrice,
                resellerMpnId,
                resellerRemoved,
                batches,
                standing,
                version);
    }

    Subscription withSeats(int seats, SeatBatches seatBatches) {
        return copy(
                item,
                friendlyName,
                seats,
                commitment,
                unitPrice,
                resellerMpnId,
                resellerRemoved,
                seatBatches,
                standing,
                version);
    }

    Subscription with(Standing next) {
        return copy(
                item,
                friendlyName,
                quantity,
                commitment,
                unitPrice,
                resellerMpnId,
                resellerRemoved,
                batches,
                next,
                version);
    }

    Subscription withStatus(SubscriptionStatus next) {
        return with(standing.at(next, dueOn()));
    }

    /** Another term at another price; what new commerce began together can be given back again. */
    Subscription withTerm(Commitment next, Money price) {
        return copy(
                item,
                friendlyName,
                quantity,
                next,
                price,
                resellerMpnId,
                resellerRemoved,
                item.returnsSeats() ? SeatBatches.of(quantity, next.startedAt()) : SeatBatches.NONE,
                standing.at(SubscriptionStatus.ACTIVE, next.nextTermOn()),
                version);
    }

    /** The same for another item, under whose name it goes on unless somebody gave it one. */
    Subscription of(SubscribedItem other) {
        var name = friendlyName.equals(item.title().english()) ? other.title().english() : friendlyName;
        return copy(
                other,
                name,
                quantity,
                commitment,
                unitPrice,
                resellerMpnId,
                resellerRemoved,
                batches,
                standing,
                version);
    }

    Subscription withVersion(long expected) {
        return copy(
                item,
                friendlyName,
                quantity,
                commitment,
                unitPrice,
                resellerMpnId,
                resellerRemoved,
                batches,
                standing,
                expected);
    }

    private Subscription copy(
            SubscribedItem newItem,
            String newName,
            int newQuantity,
            Commitment newCommitment,
            Money newPrice,
            Optional<String> newReseller,
            boolean newlyRemoved,
            SeatBatches newBatches,
            Standing newStanding,
            long newVersion) {
        return new Subscription(
                id,
                partnerId,
                customerId,
                orderId,
                orderNumber,
                country,
                newItem,
                newName,
                newQuantity,
                newCommitment,
                newPrice,
                parent,
                newReseller,
                newlyRemoved,
                promotionId,
                newBatches,
                newStanding,
                failure,
                createdAt,
                newVersion);
    }
}
