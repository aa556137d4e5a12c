package oroshi.portal;

import org.jspecify.annotations.Nullable;

/**
 * How many there are of something.
 *
 * @param key of the words for it
 * @param link where to see them; null when no page lists them
 * @param warns whether it asks for attention
 */
public record Figure(String key, long count, @Nullable Link link, boolean warns) {
    static Figure of(String name, long count, @Nullable Link link) {
        return new Figure("dashboard.figure." + name, count, link, false);
    }

    /** One that asks for attention as soon as there is any. */
    Figure warning() {
        return new Figure(key, count, link, count > 0);
    }
}
