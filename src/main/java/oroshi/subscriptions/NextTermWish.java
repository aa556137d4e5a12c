package oroshi.subscriptions;

import java.util.Optional;

/**
 * What a partner wants to be scheduled for the renewal.
 *
 * @param terms empty to take back what is scheduled
 */
public record NextTermWish(Optional<NextTerm> terms) {
    /** Takes back what is scheduled, so that the subscription renews as it is. */
    public static final NextTermWish NOTHING = new NextTermWish(Optional.empty());

    public static NextTermWish of(NextTerm terms) {
        return new NextTermWish(Optional.of(terms));
    }

    boolean differsFrom(Optional<NextTerm> scheduled) {
        return terms.map(wanted -> scheduled.filter(wanted::isLike).isEmpty()).orElse(scheduled.isPresent());
    }
}
