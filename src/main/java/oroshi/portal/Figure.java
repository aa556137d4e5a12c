package oroshi.portal;

import org.jspecify.annotations.Nullable;
import oroshi.customers.CustomerCounts;

/**
 * How many there are of something.
 *
 * @param key of the words for it
 * @param count beyond {@link #MOST} only that there are more
 * @param link where to see them; null when no page lists them
 * @param warns whether it asks for attention
 */
public record Figure(String key, long count, @Nullable Link link, boolean warns) {
    static final int MOST = CustomerCounts.MOST;

    static Figure of(String name, long count, @Nullable Link link) {
        return new Figure("dashboard.figure." + name, count, link, false);
    }

    /** Whether there are more than are counted. */
    public boolean isMore() {
        return count > MOST;
    }

    public long counted() {
        return Math.min(count, MOST);
    }

    /** One that asks for attention as soon as there is any. */
    Figure warning() {
        return new Figure(key, count, link, count > 0);
    }
}
