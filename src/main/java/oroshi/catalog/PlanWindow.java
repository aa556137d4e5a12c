package oroshi.catalog;

import java.time.Instant;

/** A plan and the time it is sold: from the first instant on, up to but not including the last. */
record PlanWindow(Plan plan, Instant from, Instant to) {
    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** The same plan, sold no longer than until the instant. */
    PlanWindow until(Instant end) {
        return end.isBefore(to) ? new PlanWindow(plan, from, end) : this;
    }
}
