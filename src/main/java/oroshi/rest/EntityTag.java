package oroshi.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/**
 * The version that a caller saw of what it changes: in {@code If-Match}, or in the body where SDKs leave it. The header
 * decides when both name one.
 */
public final class EntityTag {
    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private final Optional<String> named;
    private final RestRefusal stale;

    private EntityTag(Optional<String> named, RestRefusal stale) {
        this.named = named;
        this.stale = stale;
    }

    public static EntityTag of(@Nullable String ifMatch, Optional<String> etag) {
        return ifMatch == null || ifMatch.isBlank()
                ? new EntityTag(etag.filter(text -> !text.isBlank()).map(EntityTag::bare), RestRefusal.ETAG_STALE_BODY)
                : new EntityTag(Optional.of(bare(ifMatch)), RestRefusal.ETAG_STALE_HEADER);
    }

    /** As the other, of a body whose version stands in its attributes. */
    public static EntityTag of(@Nullable String ifMatch, @Nullable Attributes attributes) {
        return of(ifMatch, Optional.ofNullable(attributes).map(Attributes::etag));
    }

    /** Whether the caller named any version, be it that any will do. */
    public boolean isNamed() {
        return named.isPresent();
    }

    /** The version without quotes; empty when none was named or any will do. */
    public Optional<String> version() {
        return named.filter(text -> !text.equals(ANY));
    }

    /** What a caller hears that saw another version than the present one: 412 for the header, 400 for the body or none. */
    public Refusal stale() {
        return isNamed() ? Refusal.because(stale) : Refusal.of("attributes.etag", RestRefusal.ETAG_MISSING);
    }

    /** Without one pair of quotes and without the mark of a weak tag. */
    private static String bare(String etag) {
        var text = etag.strip();
        var strong = text.startsWith(WEAK) ? text.substring(WEAK.length()) : text;
        return strong.length() > 1 && strong.startsWith("\"") && strong.endsWith("\"")
                ? strong.substring(1, strong.length() - 1)
                : strong;
    }
}
