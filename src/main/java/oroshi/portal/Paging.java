package oroshi.portal;

import org.jspecify.annotations.Nullable;

/** The ways on from one page of a list; a missing link means there is nothing that way. */
public record Paging(
        @Nullable Link first,
        @Nullable Link previous,
        @Nullable Link next,
        @Nullable Link last,
        @Nullable String summary) {
    public static Paging of(@Nullable Link first, @Nullable Link previous, @Nullable Link next) {
        return new Paging(first, previous, next, null, null);
    }

    /** The same with words about what is shown, such as "1–50 of 1,204". */
    public Paging withSummary(String words) {
        return new Paging(first, previous, next, last, words);
    }

    public Paging withLast(@Nullable Link link) {
        return new Paging(first, previous, next, link, summary);
    }

    public boolean isNeeded() {
        return previous != null || next != null;
    }
}
