package oroshi.subscriptions;

import java.util.Optional;

/** Whoever knows which people have licenses lets them go on when a subscription becomes another product. */
public interface LicenseHandover {
    /** Moves what people have by the one subscription to the other; says why not, when it is left to be done by hand. */
    Optional<TransitionError> handOver(Subscription before, Subscription after);
}
