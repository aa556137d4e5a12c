package oroshi.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, or one page of it.
 *
 * @param totalCount the number of items in this answer, not of the whole set
 * @param continuationToken where the next page starts; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceCollection<T>(
        int totalCount,
        List<T> items,
        @Nullable Links links,
        @Nullable String continuationToken,
        Attributes attributes) {
    public ResourceCollection {
        items = List.copyOf(items);
    }

    public static <T> ResourceCollection<T> of(List<T> items) {
        return new ResourceCollection<>(items.size(), items, null, null, Attributes.COLLECTION);
    }

    public static <T> ResourceCollection<T> of(List<T> items, Links links) {
        return new ResourceCollection<>(items.size(), items, links, null, Attributes.COLLECTION);
    }

    static <T> ResourceCollection<T> page(List<T> items, Links links, @Nullable String continuationToken) {
        return new ResourceCollection<>(items.size(), items, links, continuationToken, Attributes.COLLECTION);
    }
}
