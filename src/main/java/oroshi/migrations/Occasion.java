package oroshi.migrations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import oroshi.subscriptions.Subscription;

/**
 * When a migration begins.
 *
 * @param startsOn first day in new commerce
 * @param isRenewal whether the new term takes the place of the next classic one
 * @param isLater whether it is only being scheduled, so that the day will show how near the end is
 */
record Occasion(LocalDate startsOn, boolean isRenewal, boolean isLater) {
    private static final Duration SOON = Duration.ofHours(24);

    static Occasion now(LocalDate today) {
        return new Occasion(today, false, false);
    }

    /** Whether the term of the subscription is as good as over. */
    boolean endsSoon(Subscription subscription, Instant now) {
        return !isRenewal
                && !isLater
                && subscription
                        .commitment()
                        .nextTermOn()
                        .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC).minus(SOON))
                        .filter(latest -> !now.isBefore(latest))
                        .isPresent();
    }
}
