package oroshi.subscriptions;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/**
 * The version that a client saw of a classic subscription. New commerce has none: there only two changes at the same
 * moment get into each other's way.
 *
 * @param stale what the client hears when somebody was faster
 */
record ExpectedVersion(Optional<Long> version, Optional<RestRefusal> stale) {
    private static final String ANY = "*";

    /** Refuses a version that is not the present one; the header decides when both name one. */
    static ExpectedVersion of(@Nullable String ifMatch, Optional<String> etag, Subscription present) {
        var named = Optional.ofNullable(ifMatch)
                .map(ExpectedVersion::bare)
                .or(() -> etag.map(ExpectedVersion::bare))
                .filter(text -> !text.equals(ANY));
        if (named.isEmpty() || !present.item().isLegacy()) {
            return new ExpectedVersion(Optional.empty(), Optional.empty());
        }
        var stale = ifMatch == null ? RestRefusal.ETAG_STALE_BODY : RestRefusal.ETAG_STALE_HEADER;
        if (!named.get().equals(ClassicForm.etag(present))) {
            throw Refusal.because(stale);
        }
        return new ExpectedVersion(Optional.of(present.version()), Optional.of(stale));
    }

    /** Carries out the change of what this version shows. */
    Subscription update(SubscriptionChange change, Function<SubscriptionChange, Subscription> door) {
        try {
            return door.apply(version.map(change::of).orElse(change));
        } catch (Refusal refusal) {
            throw refusal.is(SubscriptionRefusal.CHANGED_MEANWHILE)
                    ? stale.map(Refusal::because).orElse(refusal)
                    : refusal;
        }
    }

    private static String bare(String etag) {
        var strong = etag.strip().startsWith("W/") ? etag.strip().substring(2) : etag.strip();
        return strong.length() > 1 && strong.startsWith("\"") && strong.endsWith("\"")
                ? strong.substring(1, strong.length() - 1)
                : strong;
    }
}
