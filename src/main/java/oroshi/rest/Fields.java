package oroshi.rest;

import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/** Demands members of a body that arrived as JSON, where any of them may be missing. */
public final class Fields {
    private Fields() {}

    /** The value, or a refusal that names the member. */
    public static <T> T required(String path, @Nullable T value) {
        if (value == null) {
            throw Refusal.of(path, RestRefusal.MISSING);
        }
        return value;
    }

    /** The text, or a refusal that names the member when it is missing or blank. */
    public static String requiredText(String path, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(path, RestRefusal.MISSING);
        }
        return value;
    }

    /** The text; empty for a missing one. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
