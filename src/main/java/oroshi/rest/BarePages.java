package oroshi.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.rest.PageRequest.Seek;

/**
 * Lists that are bare arrays on the wire: what leads to the next page is a header of the answer, and the same header of
 * the next request.
 */
@Component
public class BarePages {
    private final ContinuationTokens tokens;

    BarePages(ContinuationTokens tokens) {
        this.tokens = tokens;
    }

    /** Reads items of a list: those after the one with the key, or the first ones, and at most so many. */
    @FunctionalInterface
    public interface Reading<T> {
        List<T> read(Optional<String> after, int most);
    }

    /**
     * The page that the token leads to, or the first one; refuses a token of another list.
     *
     * @param size how many items the page holds; one more is read to see whether there is a next page
     */
    public <T, R> ResponseEntity<List<R>> answer(
            String list,
            @Nullable String token,
            int size,
            Reading<T> reading,
            Function<T, String> key,
            Function<T, R> resource) {
        var read = reading.read(after(list, token), size + 1);
        var items = read.subList(0, Math.min(size, read.size()));
        var answer = ResponseEntity.ok();
        if (read.size() > size) {
            var last = List.of(key.apply(items.getLast()));
            var page = new PageRequest(list, size, Optional.empty(), Optional.empty(), false, Seek.FIRST, List.of());
            answer.header(PageRequests.TOKEN_HEADER, tokens.issue(page, last, last, false));
        }
        return answer.body(items.stream().map(resource).toList());
    }

    private Optional<String> after(String list, @Nullable String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(tokens.open(token.strip(), list)
                .map(position -> position.lastKey().getFirst())
                .orElseThrow(() -> Refusal.of(
                        PageRequests.TOKEN_HEADER,
                        RestRefusal.INVALID_PARAMETER,
                        "the token is not one of this list, or older than a day")));
    }
}
