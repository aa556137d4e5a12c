package oroshi.catalog;

import java.util.Arrays;

/**
 * Which price rows a list has had so far, in eight bytes a row. What it doesn't know is surely new; what it knows may, very
 * rarely, still be new, and whoever asks has to compare.
 */
final class PriceKeys {
    private static final int LEAST = 1 << 12;

    private long[] places = new long[LEAST];
    private int size;

    /** Remembers the key; false when it, or one that looks like it, is known already. */
    boolean add(String key) {
        if (size * 2 >= places.length) {
            grow();
        }
        return put(places, mark(key));
    }

    private boolean put(long[] target, long mark) {
        var place = place(target, mark);
        while (target[place] != 0) {
            if (target[place] == mark) {
                return false;
            }
            place = (place + 1) & (target.length - 1);
        }
        target[place] = mark;
        size++;
        return true;
    }

    private void grow() {
        var larger = new long[places.length * 2];
        size = 0;
        Arrays.stream(places).filter(mark -> mark != 0).forEach(mark -> put(larger, mark));
        places = larger;
    }

    private static int place(long[] target, long mark) {
        return (int) (mark ^ (mark >>> 32)) & (target.length - 1);
    }

    /** Never zero, which marks a free place. */
    private static long mark(String key) {
        var mark = 0xcbf29ce484222325L;
        for (var at = 0; at < key.length(); at++) {
            mark = (mark ^ key.charAt(at)) * 0x9e3779b97f4a7c15L;
            mark ^= mark >>> 29;
        }
        return mark == 0 ? 1 : mark;
    }
}
