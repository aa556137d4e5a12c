package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days that one charge of a subscription stands for, the last one included. */
record ChargeCycle(LocalDate from, LocalDate to) {
    /** How many days it has. */
    int days() {
        return daysFrom(from);
    }

    /** How many days are left of it, that of the event included. */
    int daysFrom(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, to)) + 1;
    }
}
