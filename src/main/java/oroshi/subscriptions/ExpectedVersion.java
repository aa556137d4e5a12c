package oroshi.subscriptions;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.EntityTag;

/**
 * The version that a client saw of a classic subscription. New commerce has none: there only two changes at the same
 * moment get into each other's way.
 *
 * @param seen what the client says it saw, and hears when somebody was faster
 */
record ExpectedVersion(Optional<Long> version, EntityTag seen) {
    /** Refuses a version that is not the present one; the header decides when both name one. */
    static ExpectedVersion of(@Nullable String ifMatch, Optional<String> etag, Subscription present) {
        var seen = EntityTag.of(ifMatch, etag);
        if (seen.version().isEmpty() || !present.item().isLegacy()) {
            return new ExpectedVersion(Optional.empty(), seen);
        }
        if (!seen.version().equals(Optional.of(ClassicForm.etag(present)))) {
            throw seen.stale();
        }
        return new ExpectedVersion(Optional.of(present.version()), seen);
    }

    /** Carries out the change of what this version shows. */
    Subscription update(SubscriptionChange change, Function<SubscriptionChange, Subscription> door) {
        try {
            return door.apply(version.map(change::of).orElse(change));
        } catch (Refusal refusal) {
            throw refusal.is(SubscriptionRefusal.CHANGED_MEANWHILE) && version.isPresent() ? seen.stale() : refusal;
        }
    }
}
