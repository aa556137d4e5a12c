package oroshi.directory;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import oroshi.basics.Typed;

/**
 * Which people of a tenant, in which order.
 *
 * @param text part of a name or sign-in name, in any case or width; empty for everybody
 * @param deletedAfter set when those are wanted who were deleted after the moment, not those who are there
 */
public record UserSearch(String text, UserSort sort, boolean descending, Optional<Instant> deletedAfter) {
    public UserSearch {
        text = Normalizer.normalize(Typed.text(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The same among those who were deleted after the moment. */
    public UserSearch ofDeleted(Instant after) {
        return new UserSearch(text, sort, descending, Optional.of(after));
    }
}
