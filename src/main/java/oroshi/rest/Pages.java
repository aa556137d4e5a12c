package oroshi.rest;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Answers one page of a list: its items, the links to its neighbours and the token that leads on. */
@Component
public class Pages {
    private final ContinuationTokens tokens;

    Pages(ContinuationTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The page as the wire has it.
     *
     * @param key an item's position: the values the list is sorted by, the id last
     */
    public <T, R> ResourceCollection<R> answer(
            PageRequest page, Slice<T> slice, Function<T, List<String>> key, Function<T, R> resource) {
        var items = slice.items().stream().map(resource).toList();
        if (slice.items().isEmpty()) {
            return ResourceCollection.page(items, Links.self(page.path()), null);
        }
        var token = tokens.issue(
                page,
                key.apply(slice.items().getFirst()),
                key.apply(slice.items().getLast()),
                !slice.before());
        var links = new Links(
                Link.get(page.path()),
                slice.after() ? seek(page, "Next", token) : null,
                slice.before() ? seek(page, "Previous", token) : null);
        return ResourceCollection.page(items, links, slice.after() ? token : null);
    }

    private static Link seek(PageRequest page, String operation, String token) {
        var separator = page.path().contains("?") ? "&" : "?";
        return new Link(
                page.path() + separator + "seekOperation=" + operation,
                "GET",
                List.of(new KeyValue(PageRequests.TOKEN_HEADER, token)));
    }
}
