package oroshi.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything one price list sells in one country for one currency. */
final class Shelf {
    private static final Comparator<CatalogItem> SHELF_ORDER = Comparator.comparingInt(Shelf::categoryRank)
            .thenComparing(item -> item.title().english())
            .thenComparing(CatalogItem::id);

    private final List<ShelfEntry> entries;
    private final Map<String, List<ShelfEntry>> byKey = new HashMap<>();
    private final Map<String, ShelfEntry> byId = new HashMap<>();
    private final Instant[] changes;
    // Between two changes the same things are on sale, so the stock of such a stretch is made once.
    private final Cache<Integer, Stock> stocks =
            Caffeine.newBuilder().maximumSize(4).build();

    Shelf(List<ShelfEntry> entries) {
        this.entries = List.copyOf(entries);
        for (var entry : entries) {
            byKey.computeIfAbsent(folded(entry.item().key()), key -> new java.util.ArrayList<>())
                    .add(entry);
            byId.put(folded(entry.item().id()), entry);
        }
        changes = entries.stream()
                .flatMap(entry -> entry.windows().stream())
                .flatMap(window -> Stream.of(window.from(), window.to()))
                .distinct()
                .sorted()
                .toArray(Instant[]::new);
    }

    /** What is on sale at the moment, by category and title. */
    List<CatalogItem> at(Instant at) {
        return stock(at).all();
    }

    /** What is on sale at the moment of the product, or the legacy offer, in the same order. */
    List<CatalogItem> at(Instant at, String product) {
        return stock(at).byProduct().getOrDefault(folded(product), List.of());
    }

    private Stock stock(Instant at) {
        var found = Arrays.binarySearch(changes, at);
        var stretch = found < 0 ? -found - 1 : found + 1;
        return stocks.get(stretch, ignored -> stockAt(at));
    }

    /** The entries that the id of an availability or offer, or a key, names: one for each segment. */
    List<ShelfEntry> named(String name) {
        var exact = byId.get(folded(name));
        return exact == null ? byKey.getOrDefault(folded(name), List.of()) : List.of(exact);
    }

    /** Whether the same SKU, or offer, is sold here to the same segment. */
    boolean sellsLike(CatalogItem item) {
        return byKey.getOrDefault(folded(item.key()), List.of()).stream()
                .anyMatch(entry -> entry.item().segment() == item.segment());
    }

    int size() {
        return entries.stream().mapToInt(entry -> 1 + entry.windows().size()).sum();
    }

    private Stock stockAt(Instant at) {
        var all = entries.stream()
                .flatMap(entry -> entry.at(at).stream())
                .sorted(SHELF_ORDER)
                .toList();
        return new Stock(all, all.stream().collect(Collectors.groupingBy(item -> folded(productOf(item.key())))));
    }

    /** The product of the key of a SKU; a legacy offer is one by itself. */
    static String productOf(String key) {
        var end = key.indexOf(':');
        return end < 0 ? key : key.substring(0, end);
    }

    /** What is on sale until the next change, in the order of the shelf, and the same by products. */
    private record Stock(List<CatalogItem> all, Map<String, List<CatalogItem>> byProduct) {}

    static int categoryRank(CatalogItem item) {
        var category = item.category();
        return category == null ? Integer.MAX_VALUE : category.rank();
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
