package oroshi.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Licences of new commerce that were added together, the earliest first: for a week after they were added they can be
 * given back, and no others can.
 */
public record SeatBatches(List<Batch> all) {
    static final SeatBatches NONE = new SeatBatches(List.of());

    /** How many days a batch can be given back. */
    static final int DAYS = 7;

    public SeatBatches {
        all = List.copyOf(all);
    }

    /** So many licences, added at a moment. */
    public record Batch(int quantity, Instant openedAt) {
        /** The last moment for giving them back. */
        public Instant until() {
            return openedAt.plus(Duration.ofDays(DAYS));
        }

        boolean isOpen(Instant now) {
            return !now.isAfter(until());
        }
    }

    static SeatBatches of(int quantity, Instant openedAt) {
        return new SeatBatches(List.of(new Batch(quantity, openedAt)));
    }

    /** What can still be given back. */
    public List<Batch> open(Instant now) {
        return all.stream().filter(batch -> batch.isOpen(now)).toList();
    }

    /** How many licences can still be given back. */
    public int openSeats(Instant now) {
        return open(now).stream().mapToInt(Batch::quantity).sum();
    }

    SeatBatches plus(int quantity, Instant now) {
        var more = new ArrayList<>(open(now));
        more.add(new Batch(quantity, now));
        return new SeatBatches(more);
    }

    /** Without so many licences, taken from the batches that close first. */
    SeatBatches minus(int quantity, Instant now) {
        return new SeatBatches(open(now)).without(quantity);
    }

    /** As the other, of all batches. */
    SeatBatches without(int quantity) {
        var left = new ArrayList<Batch>();
        var missing = quantity;
        for (var batch : all) {
            var taken = Math.min(missing, batch.quantity());
            missing -= taken;
            if (batch.quantity() > taken) {
                left.add(new Batch(batch.quantity() - taken, batch.openedAt()));
            }
        }
        return new SeatBatches(left);
    }
}
