package oroshi.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/**
 * The version of a resource that a caller wants to change: that of the header, or else the one that came back inside the
 * body, as the SDKs send it.
 *
 * @param etag without quotes; empty when the caller named none, {@code *} for any
 */
public record ExpectedVersion(Optional<String> etag, RestRefusal stale) {
    private static final String ANY = "*";

    public static ExpectedVersion of(@Nullable String ifMatch, @Nullable Attributes attributes) {
        if (ifMatch != null && !ifMatch.isBlank()) {
            return new ExpectedVersion(Optional.of(bare(ifMatch)), RestRefusal.ETAG_STALE_HEADER);
        }
        var inBody = Optional.ofNullable(attributes)
                .map(Attributes::etag)
                .filter(etag -> !etag.isBlank())
                .map(ExpectedVersion::bare);
        return new ExpectedVersion(inBody, RestRefusal.ETAG_STALE_BODY);
    }

    /** The one version that will do; empty when any does. */
    public Optional<String> exact() {
        return etag.filter(each -> !each.equals(ANY));
    }

    /** What a caller hears whose version is no longer current. */
    public Refusal refusal() {
        return Refusal.because(stale);
    }

    /** The version without a mark of weakness and without one pair of quotes. */
    public static String bare(String etag) {
        var text = etag.strip();
        var strong = text.startsWith("W/") ? text.substring(2) : text;
        return strong.length() > 1 && strong.startsWith("\"") && strong.endsWith("\"")
                ? strong.substring(1, strong.length() - 1)
                : strong;
    }
}
