package oroshi.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.ItemKind;

/** Suspending, bringing back and cancelling. */
@Component
class StatusMoves {
    /** A classic subscription is kept for so many days after it was suspended; then it is deleted with its data. */
    private static final int KEPT_DAYS = 90;

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final SubscriptionTable table;
    private final EntitlementTable entitlements;

    StatusMoves(SubscriptionTable table, EntitlementTable entitlements) {
        this.table = table;
        this.entitlements = entitlements;
    }

    /** The subscription in the other state, or a refusal with what stands against it. */
    Subscription move(Subscription before, SubscriptionStatus next, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!before.status().mayBecome(next)) {
            throw Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
        }
        requireMovable(before);
        return switch (next) {
            case SUSPENDED -> suspended(unused(before, now), today);
            case ACTIVE -> reactivated(before, today);
            case DELETED -> cancelled(before, now);
            case SETTING_UP, SET_UP_FAILED, PENDING, EXPIRED, DISABLED ->
                throw Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
        };
    }

    private static void requireMovable(Subscription subscription) {
        if (subscription.item().isTrial()) {
            throw Refusal.because(SubscriptionRefusal.STATUS_FIXED);
        }
        if (subscription.item().kind().isBenefit()) {
            throw Refusal.because(SubscriptionRefusal.BENEFIT_FIXED);
        }
    }

    /** The subscription; refuses an Azure plan under which an Azure subscription or a benefit is active. */
    private Subscription unused(Subscription before, Instant now) {
        if (before.isAzurePlan() && (entitlements.isActive(before, now) || hasBenefits(before))) {
            throw Refusal.because(SubscriptionRefusal.AZURE_IN_USE);
        }
        return before;
    }

    private boolean hasBenefits(Subscription plan) {
        return table.list(plan.partnerId(), plan.customerId()).stream()
                .filter(other ->
                        other.item().kind().isBenefit() && !other.item().isLegacy())
                .anyMatch(other -> other.status() == SubscriptionStatus.ACTIVE);
    }

    /** Classic offers are deleted after a while; new commerce goes on to the end of its term and ends there. */
    static Subscription suspended(Subscription before, LocalDate today) {
        var kind = before.item().kind();
        if (kind != ItemKind.LICENSE && kind != ItemKind.USAGE) {
            throw Refusal.because(SubscriptionRefusal.STATUS_FIXED);
        }
        if (before.item().isLegacy()) {
            return before.with(
                    before.standing().at(SubscriptionStatus.SUSPENDED, Optional.of(deletedOn(before, today))));
        }
        var end = before.commitment().nextTermOn();
        return before.with(
                before.standing().at(SubscriptionStatus.SUSPENDED, end).renewing(false));
    }

    /** The 90 days begin with the term, if that begins later than today because its first days are free. */
    private static LocalDate deletedOn(Subscription subscription, LocalDate today) {
        var start = subscription.commitment().startsOn();
        return (start.isAfter(today) ? start : today).plusDays(KEPT_DAYS + 1);
    }

    private Subscription reactivated(Subscription before, LocalDate today) {
        var isOver = before.commitment()
                .nextTermOn()
                .or(before::dueOn)
                .filter(end -> !today.isBefore(end))
                .isPresent();
        var isDeleted = before.dueOn().filter(due -> !today.isBefore(due)).isPresent();
        if (isOver || isDeleted) {
            throw Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
        }
        requireActiveBase(before);
        return before.with(before.standing()
                .at(SubscriptionStatus.ACTIVE, before.commitment().nextTermOn()));
    }

    private void requireActiveBase(Subscription addOn) {
        var isIdle = addOn.parent()
                .flatMap(base -> table.find(addOn.partnerId(), addOn.customerId(), base))
                .filter(base -> base.status() != SubscriptionStatus.ACTIVE)
                .isPresent();
        if (isIdle) {
            throw Refusal.because(SubscriptionRefusal.BASE_NOT_ACTIVE);
        }
    }

    /** The end at once, with the money back that the window still gives. */
    private static Subscription cancelled(Subscription before, Instant now) {
        var window = CancellationWindow.of(before)
                .orElseThrow(() -> before.item().returnsSeats()
                        ? Refusal.because(SubscriptionRefusal.CANCELLATION_CLOSED, SeatBatches.DAYS)
                        : Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE));
        if (!window.isOpen(now)) {
            throw closed(Duration.between(before.commitment().startedAt(), window.until()));
        }
        if (isOver(before, now)) {
            throw Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
        }
        return before.with(before.standing()
                .at(SubscriptionStatus.DELETED, Optional.empty())
                .renewing(false));
    }

    /** A term that was cut short can be over while its window is open. */
    private static boolean isOver(Subscription subscription, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return subscription
                .commitment()
                .nextTermOn()
                .filter(next -> !today.isBefore(next))
                .isPresent();
    }

    /** The refusal of what comes after a window of this length. */
    static Refusal closed(Duration window) {
        return window.compareTo(TWO_DAYS) < 0
                ? Refusal.because(SubscriptionRefusal.CANCELLATION_CLOSED_HOURS, window.toHours())
                : Refusal.because(SubscriptionRefusal.CANCELLATION_CLOSED, window.toDays());
    }
}
