package oroshi.rest;

import java.util.List;
import java.util.function.Function;

/**
 * The items of one page in their order, and whether more lie before and after. Tables read one item more than the page
 * holds to know.
 */
public record Slice<T>(List<T> items, boolean before, boolean after) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts what a table read to the page.
     *
     * @param read up to {@code size + 1} items, in reading order: from the end towards the start when the page is read
     *     backwards
     */
    public static <T> Slice<T> cut(PageRequest page, List<T> read) {
        var more = read.size() > page.size();
        var items = more ? read.subList(0, page.size()) : read;
        return switch (page.seek()) {
            case FIRST -> new Slice<>(items, false, more);
            case AFTER -> new Slice<>(items, true, more);
            case BEFORE -> new Slice<>(items.reversed(), more, true);
            case LAST -> new Slice<>(items.reversed(), more, false);
        };
    }

    public <R> Slice<R> map(Function<T, R> to) {
        return new Slice<>(items.stream().map(to).toList(), before, after);
    }
}
