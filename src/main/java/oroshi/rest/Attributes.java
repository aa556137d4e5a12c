package oroshi.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a resource says about itself: its type and, where edits are controlled, its version. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attributes(@Nullable String etag, String objectType) {
    static final Attributes COLLECTION = of("Collection");

    public static Attributes of(String objectType) {
        return new Attributes(null, objectType);
    }

    public static Attributes of(String objectType, String etag) {
        return new Attributes(etag, objectType);
    }
}
