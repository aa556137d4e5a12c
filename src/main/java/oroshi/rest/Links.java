package oroshi.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The links of a resource or of a page of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Links(
        @Nullable Link self, @Nullable Link next, @Nullable Link previous) {
    public static Links self(String uri) {
        return new Links(Link.get(uri), null, null);
    }
}
