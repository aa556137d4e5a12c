package oroshi.subscriptions;

import java.util.Optional;
import oroshi.basics.Refusal;

/**
 * What a partner wants to be different about a subscription, all together or not at all. What is empty stays.
 *
 * @param expectedVersion the version that the editor saw; empty changes any
 * @param friendlyName blank for the item's own title
 * @param status suspended, active again, or deleted, which cancels
 * @param reseller number of the reseller of record; an empty text for none
 * @param plan another term or cycle, or what happens at the renewal
 */
public record SubscriptionChange(
        Optional<Long> expectedVersion,
        Optional<String> friendlyName,
        Optional<Integer> quantity,
        Optional<SubscriptionStatus> status,
        Optional<Boolean> renewsItself,
        Optional<String> reseller,
        PlanChange plan) {
    /** Changes nothing yet. */
    public static SubscriptionChange none() {
        return new SubscriptionChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PlanChange.NOTHING);
    }

    /** The same for an editor that saw this version. */
    public SubscriptionChange of(long version) {
        return new SubscriptionChange(
                Optional.of(version), friendlyName, quantity, status, renewsItself, reseller, plan);
    }

    public SubscriptionChange withFriendlyName(String name) {
        return new SubscriptionChange(
                expectedVersion, Optional.of(name), quantity, status, renewsItself, reseller, plan);
    }

    public SubscriptionChange withQuantity(int seats) {
        return new SubscriptionChange(
                expectedVersion, friendlyName, Optional.of(seats), status, renewsItself, reseller, plan);
    }

    public SubscriptionChange withStatus(SubscriptionStatus next) {
        return new SubscriptionChange(
                expectedVersion, friendlyName, quantity, Optional.of(next), renewsItself, reseller, plan);
    }

    public SubscriptionChange withRenewal(boolean renews) {
        return new SubscriptionChange(
                expectedVersion, friendlyName, quantity, status, Optional.of(renews), reseller, plan);
    }

    public SubscriptionChange withReseller(String mpnId) {
        return new SubscriptionChange(
                expectedVersion, friendlyName, quantity, status, renewsItself, Optional.of(mpnId), plan);
    }

    public SubscriptionChange with(PlanChange other) {
        return new SubscriptionChange(expectedVersion, friendlyName, quantity, status, renewsItself, reseller, other);
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return friendlyName.isEmpty()
                && quantity.isEmpty()
                && status.isEmpty()
                && renewsItself.isEmpty()
                && reseller.isEmpty()
                && plan.isEmpty();
    }

    void requireVersion(Subscription present) {
        if (expectedVersion.filter(seen -> seen != present.version()).isPresent()) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
    }

    /** Only what differs from the subscription as it is; to cancel what is deleted is a wish of its own. */
    SubscriptionChange against(Subscription present) {
        return new SubscriptionChange(
                expectedVersion,
                friendlyName
                        .map(name -> name.isBlank() ? present.item().title().english() : name.strip())
                        .filter(name -> !name.equals(present.friendlyName())),
                quantity.filter(seats -> seats != present.quantity()),
                status.filter(next -> next != present.status() || next == SubscriptionStatus.DELETED),
                renewsItself.filter(renews -> renews != present.renewsItself()),
                reseller.map(String::strip)
                        .filter(mpnId -> !mpnId.equals(present.resellerMpnId().orElse(""))),
                plan.against(present));
    }
}
