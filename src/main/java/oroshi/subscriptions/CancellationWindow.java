package oroshi.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import oroshi.catalog.BillingCycle;

/**
 * How long a purchase can be taken back, and for how much of the money.
 *
 * @param until last moment for cancelling
 * @param refunds what is paid back until when, the fullest first
 */
public record CancellationWindow(Instant until, List<Refund> refunds) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    public CancellationWindow {
        refunds = List.copyOf(refunds);
    }

    /** A share of the money and how long it is paid back. */
    public record Refund(boolean full, Instant until) {}

    /** The window of the subscription's running term; empty for what cannot be taken back. */
    public static Optional<CancellationWindow> of(Subscription subscription) {
        var started = subscription.commitment().startedAt();
        if (subscription.item().isTrial()) {
            return Optional.empty();
        }
        return switch (subscription.item().kind()) {
            case LICENSE -> hasNothingToReturn(subscription) ? Optional.empty() : Optional.of(license(started));
            case SOFTWARE -> Optional.of(software(started));
            case MARKETPLACE ->
                Optional.of(marketplace(subscription.commitment().billingCycle(), started));
            case USAGE, RESERVATION, SAVINGS_PLAN -> Optional.empty();
        };
    }

    /** An upgrade is not undone: it leaves no licences that could be given back, and classic offers never have any. */
    private static boolean hasNothingToReturn(Subscription subscription) {
        return subscription.batches().all().isEmpty();
    }

    /** Everything on the first day, the unused days for a week. */
    private static CancellationWindow license(Instant started) {
        return new CancellationWindow(
                started.plus(WEEK),
                List.of(new Refund(true, started.plus(DAY)), new Refund(false, started.plus(WEEK))));
    }

    /** The unused days for a week, to the last minute of the day. */
    private static CancellationWindow software(Instant started) {
        var lastDay = started.plus(WEEK).atOffset(ZoneOffset.UTC).toLocalDate();
        var until = lastDay.atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC);
        return new CancellationWindow(until, List.of(new Refund(false, until)));
    }

    /** Everything: for a day when charged monthly, else for two weeks. */
    private static CancellationWindow marketplace(BillingCycle billingCycle, Instant started) {
        var until = started.plus(billingCycle == BillingCycle.MONTHLY ? DAY : FORTNIGHT);
        return new CancellationWindow(until, List.of(new Refund(true, until)));
    }

    /** Whether it is not too late. */
    public boolean isOpen(Instant now) {
        return !now.isAfter(until);
    }

    /** What is still paid back at the moment. */
    List<Refund> refunds(Instant now) {
        return refunds.stream().filter(refund -> !now.isAfter(refund.until())).toList();
    }
}
