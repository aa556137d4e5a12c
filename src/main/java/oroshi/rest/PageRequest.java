package oroshi.rest;

import java.util.List;
import java.util.Optional;

/**
 * Which page of a list is asked for: a controller takes it as an argument.
 *
 * @param path the list's address below {@code /v1}, with its query but without seek operation
 * @param size how many items at the most, 1 to 500
 * @param key the sort key of the item that the page follows or precedes; empty for the first and the last page
 */
public record PageRequest(
        String path,
        int size,
        Optional<FieldFilter> filter,
        Optional<String> sortField,
        boolean descending,
        Seek seek,
        List<String> key) {
    /** Where the page lies. */
    public enum Seek {
        FIRST,
        AFTER,
        BEFORE,
        LAST
    }

    public static final int LARGEST = 500;

    public PageRequest {
        key = List.copyOf(key);
    }

    /** Whether items are to be read from the end towards the start. */
    public boolean backwards() {
        return seek == Seek.BEFORE || seek == Seek.LAST;
    }

    /** The first page of the same list. */
    public PageRequest toFirst() {
        return new PageRequest(path, size, filter, sortField, descending, Seek.FIRST, List.of());
    }

    /** The first page of that size of an unfiltered list, for callers inside the house. */
    public static PageRequest first(int size) {
        return new PageRequest("/", size, Optional.empty(), Optional.empty(), false, Seek.FIRST, List.of());
    }
}
