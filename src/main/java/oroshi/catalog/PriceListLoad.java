package oroshi.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import oroshi.basics.Cloud;

/**
 * How far the load of a price list has come.
 *
 * @param id the list's
 * @param fingerprint of the files
 * @param rows how many prices are stored
 * @param problemCount how many lines are wrong; only the first of them are told
 */
record PriceListLoad(
        UUID id,
        Cloud cloud,
        String name,
        Instant effectiveFrom,
        String fingerprint,
        State state,
        long rows,
        int filesDone,
        int filesTotal,
        int problemCount,
        List<String> problems,
        Instant startedAt,
        Instant updatedAt) {

    /** What became of a load. */
    enum State {
        /** It goes on, or was interrupted and will when it is started again with the same files. */
        RUNNING,
        DONE,
        /** Lines were wrong; nothing is kept. */
        REJECTED,
        /** Another load for the same day took its place. */
        ABANDONED
    }
}
