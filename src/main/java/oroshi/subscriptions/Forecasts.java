package oroshi.subscriptions;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import oroshi.subscriptions.Forecast.Renewal;

/** Looks ahead: lets days pass on paper, with the same steps that the renewal run carries out. */
@Component
class Forecasts {
    private static final int TERMS_AHEAD = 2;

    private final Renewals renewals;

    Forecasts(Renewals renewals) {
        this.renewals = renewals;
    }

    /** What follows from the step. */
    Forecast of(Booking step) {
        var rest = restOfTerm(step.subscription());
        var ahead = new ArrayList<Renewal>();
        var current = rest.subscription();
        while (ahead.size() < TERMS_AHEAD && endsByItself(current)) {
            var day = current.dueOn().orElseThrow();
            var turn = Booking.ofNextDay(current, renewals);
            var cycles = restOfTerm(turn.subscription());
            ahead.add(new Renewal(day, turn.subscription(), turn.facts(), cycles.facts()));
            current = cycles.subscription();
        }
        return new Forecast(step.subscription(), step.facts(), rest.facts(), ahead);
    }

    private Booking restOfTerm(Subscription begun) {
        var facts = new ArrayList<ChargeFact>();
        var current = begun;
        while (current.isCycleDue()) {
            var cycle = Booking.ofNextDay(current, renewals);
            facts.addAll(cycle.facts());
            current = cycle.subscription();
        }
        return new Booking(current, facts);
    }

    private static boolean endsByItself(Subscription subscription) {
        return subscription.isInTerm() && subscription.dueOn().isPresent();
    }
}
