package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.Money;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Term;

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
 * @param renewalTerm the term that the next renewal begins, where it is not the present one
 * @param upcoming what was arranged for later
 * @param benefit what reserved capacity or a savings plan counts for
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
        Optional<Term> renewalTerm,
        Upcoming upcoming,
        Optional<Benefit> benefit,
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

    /** Whether it is an Azure plan, on which Azure subscriptions, reservations and savings plans hang. */
    public boolean isAzurePlan() {
        return item.kind() == ItemKind.USAGE && !item.isLegacy();
    }

    /** Whether it is the offer of Azure that was sold before there was the plan. */
    public boolean isClassicAzure() {
        return item.kind() == ItemKind.USAGE && item.isLegacy();
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

    /** First day of the next charge cycle of the running term that has not been charged yet. */
    Optional<LocalDate> cycleOn() {
        return standing.cycleOn();
    }

    /** Whether a further cycle is what happens to it next by itself. */
    boolean isCycleDue() {
        return isInTerm()
                && cycleOn()
                        .filter(cycle ->
                                dueOn().filter(due -> !due.isAfter(cycle)).isEmpty())
                        .isPresent();
    }

    /** The day on which something happens to it next by itself, be it a further cycle. */
    Optional<LocalDate> nextOn() {
        return isCycleDue() ? cycleOn() : dueOn();
    }

    /** Whether a term runs, of which cycles may have to be charged. */
    boolean isInTerm() {
        return switch (status()) {
            case ACTIVE, SUSPENDED -> true;
            case SETTING_UP, SET_UP_FAILED, PENDING, EXPIRED, DISABLED, DELETED -> false;
        };
    }

    /** The same once the cycle that begins on the day has been charged. */
    Subscription chargedFor(LocalDate cycle) {
        var paid = atNextCharge();
        return paid.with(standing.charging(paid.commitment.cycleAfter(cycle)));
    }

    /** The same in the way in which the next cycle is paid for. */
    Subscription atNextCharge() {
        return upcoming.nextCharge()
                .map(next -> with(copy -> {
                    copy.commitment = commitment.paid(next.billingCycle());
                    copy.unitPrice = next.unitPrice();
                    copy.promotionId = next.promotionId();
                    copy.upcoming = upcoming.charging(Optional.empty());
                }))
                .orElse(this);
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
        return with(copy -> {
            copy.resellerMpnId = mpnId;
            copy.resellerRemoved = removed;
        });
    }

    Subscription withFriendlyName(String nickname) {
        return with(copy -> copy.friendlyName = nickname);
    }

    /** Another number; what was scheduled for the renewal was meant for the one that there was. */
    Subscription withSeats(int seats, SeatBatches seatBatches) {
        return with(copy -> {
            copy.upcoming = seats == quantity ? upcoming : upcoming.with(Optional.empty());
            copy.quantity = seats;
            copy.batches = seatBatches;
        });
    }

    Subscription with(Standing next) {
        return with(copy -> copy.standing = next);
    }

    Subscription withStatus(SubscriptionStatus next) {
        return with(standing.at(next, dueOn()));
    }

    Subscription with(Upcoming next) {
        return with(copy -> copy.upcoming = next);
    }

    Subscription withPromotion(Optional<String> id) {
        return with(copy -> copy.promotionId = id);
    }

    /**
     * Another term at another price; what new commerce began together can be given back again, and what was arranged for
     * the term that is over is forgotten.
     */
    Subscription withTerm(Commitment next, Money price) {
        return with(copy -> {
            copy.commitment = next;
            copy.renewalTerm = Optional.empty();
            copy.upcoming = Upcoming.NOTHING;
            copy.unitPrice = price;
            copy.batches = item.returnsSeats() ? SeatBatches.of(quantity, next.startedAt()) : SeatBatches.NONE;
            copy.standing = standing.at(SubscriptionStatus.ACTIVE, next.nextTermOn())
                    .charging(next.cycleAfter(next.startsOn()));
        });
    }

    /** The same from the moment on at which its customer activated it. */
    Subscription activated(Commitment begun) {
        return with(copy -> {
            copy.commitment = begun;
            copy.batches = item.returnsSeats() ? SeatBatches.of(quantity, begun.startedAt()) : SeatBatches.NONE;
            copy.standing = standing.at(SubscriptionStatus.ACTIVE, begun.nextTermOn())
                    .charging(begun.cycleAfter(begun.startsOn()));
        });
    }

    /** The same for another item, under whose name it goes on unless somebody gave it one. */
    Subscription of(SubscribedItem other) {
        var name = friendlyName.equals(item.title().english()) ? other.title().english() : friendlyName;
        return with(copy -> {
            copy.item = other;
            copy.friendlyName = name;
        });
    }

    /**
     * What an upgrade makes of it: another item for so many, at another price and perhaps in another term. What was
     * planned for the renewal is dropped, and nothing can be given back: an upgrade is not undone.
     */
    Subscription upgraded(SubscribedItem other, int seats, Commitment next, Money price, Optional<String> promotion) {
        var goesOn = next.equals(commitment);
        return of(other).with(copy -> {
            copy.quantity = seats;
            copy.commitment = next;
            copy.unitPrice = price;
            copy.promotionId = promotion;
            copy.renewalTerm = Optional.empty();
            copy.upcoming = Upcoming.NOTHING;
            copy.batches = SeatBatches.NONE;
            copy.standing = standing.at(SubscriptionStatus.ACTIVE, next.nextTermOn())
                    .charging(goesOn ? cycleOn() : next.cycleAfter(next.startsOn()));
        });
    }

    /** What is left after so many seats went to another subscription, those first that could not be given back. */
    Subscription without(int seats) {
        var left = quantity - seats;
        var returnable =
                batches.all().stream().mapToInt(SeatBatches.Batch::quantity).sum();
        var gone = Math.max(0, returnable - left);
        return with(copy -> {
            copy.quantity = left;
            copy.batches = batches.without(gone);
            copy.renewalTerm = Optional.empty();
            copy.upcoming = upcoming.with(Optional.empty());
        });
    }

    /** The end of it, because another subscription has what it was. */
    Subscription ended() {
        return with(standing.at(SubscriptionStatus.DELETED, Optional.empty()).renewing(false));
    }

    /** A subscription of its own that begins with seats of this one; it renews as this one does. */
    Subscription apart(SubscriptionId other, Instant now) {
        return with(copy -> {
            copy.id = other;
            copy.batches = SeatBatches.NONE;
            copy.createdAt = now;
            copy.friendlyName = item.title().english();
            copy.version = 1;
        });
    }

    Subscription withVersion(long expected) {
        return with(copy -> copy.version = expected);
    }

    private Subscription with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.subscription();
    }

    /** The subscription while something about it is changed. */
    private static final class Copy {
        private final Subscription from;
        private SubscriptionId id;
        private SubscribedItem item;
        private String friendlyName;
        private int quantity;
        private Commitment commitment;
        private Money unitPrice;
        private Optional<String> resellerMpnId;
        private boolean resellerRemoved;
        private Optional<String> promotionId;
        private Optional<Term> renewalTerm;
        private Upcoming upcoming;
        private SeatBatches batches;
        private Standing standing;
        private Instant createdAt;
        private long version;

        private Copy(Subscription from) {
            this.from = from;
            id = from.id;
            item = from.item;
            friendlyName = from.friendlyName;
            quantity = from.quantity;
            commitment = from.commitment;
            unitPrice = from.unitPrice;
            resellerMpnId = from.resellerMpnId;
            resellerRemoved = from.resellerRemoved;
            promotionId = from.promotionId;
            renewalTerm = from.renewalTerm;
            upcoming = from.upcoming;
            batches = from.batches;
            standing = from.standing;
            createdAt = from.createdAt;
            version = from.version;
        }

        private Subscription subscription() {
            return new Subscription(
                    id,
                    from.partnerId,
                    from.customerId,
                    from.orderId,
                    from.orderNumber,
                    from.country,
                    item,
                    friendlyName,
                    quantity,
                    commitment,
                    unitPrice,
                    from.parent,
                    resellerMpnId,
                    resellerRemoved,
                    promotionId,
                    renewalTerm,
                    upcoming,
                    from.benefit,
                    batches,
                    standing,
                    from.failure,
                    createdAt,
                    version);
        }
    }
}
