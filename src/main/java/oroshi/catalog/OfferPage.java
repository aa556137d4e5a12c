package oroshi.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import oroshi.basics.Refusal;
import oroshi.rest.Link;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/**
 * Which part of a list of offers is asked for: without a size all of it, else so many from the offset on.
 *
 * @param address the list's address below {@code /v1}, with its query
 */
record OfferPage(String address, int offset, int size) {
    private static final int LARGEST = 500;
    private static final int ALL = 0;

    static OfferPage of(OfferQuery query, HttpServletRequest request) {
        return new OfferPage(
                addressOf(request),
                number("offset", query.offset(), Integer.MAX_VALUE),
                number("size", query.size(), LARGEST));
    }

    /** The address of the request below {@code /v1}, as it was sent. */
    static String addressOf(HttpServletRequest request) {
        var path = request.getRequestURI().substring("/v1".length());
        var query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    <T, R> ResourceCollection<R> of(List<T> all, Function<T, R> resource) {
        var from = Math.min(offset, all.size());
        var to = size == ALL ? all.size() : Math.min(from + size, all.size());
        return ResourceCollection.of(
                all.subList(from, to).stream().map(resource).toList(),
                new Links(Link.get(address), to < all.size() ? at(to) : null, from > 0 ? before(from) : null));
    }

    private @Nullable Link before(int from) {
        return size == ALL ? null : at(Math.max(0, from - size));
    }

    private Link at(int start) {
        return Link.get(UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam("offset", start)
                .replaceQueryParam("size", size)
                .build()
                .toUriString());
    }

    private static int number(String name, @Nullable String text, int largest) {
        if (text == null) {
            return 0;
        }
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            throw refusal(name, largest);
        }
        throw refusal(name, largest);
    }

    private static Refusal refusal(String name, int largest) {
        return Refusal.of(name, RestRefusal.INVALID_PARAMETER, "use a whole number from 0 to " + largest);
    }
}
