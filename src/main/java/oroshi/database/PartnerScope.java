package oroshi.database;

import java.util.Optional;
import java.util.function.Supplier;
import oroshi.basics.PartnerId;

/**
 * Whose rows the present work may touch. Every transaction tells the database the partner in scope, and row-level
 * security shows that partner's rows alone, also to a statement that forgot its {@code where}.
 */
public final class PartnerScope {
    private static final ScopedValue<PartnerId> CURRENT = ScopedValue.newInstance();

    private PartnerScope() {}

    /** The partner in scope; empty for work that touches no partner-owned row. */
    public static Optional<PartnerId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work for the partner; transactions that start inside see that partner's rows. */
    public static <T> T call(PartnerId partnerId, Supplier<T> work) {
        return ScopedValue.where(CURRENT, partnerId).call(work::get);
    }

    /** Runs the work for the partner; transactions that start inside see that partner's rows. */
    public static void run(PartnerId partnerId, Runnable work) {
        ScopedValue.where(CURRENT, partnerId).run(work);
    }
}
