package oroshi.database;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oroshi.basics.PartnerId;

/**
 * Whose rows the present work may touch. Every transaction tells the database the partner in scope, and row-level
 * security shows that partner's rows alone, also to a statement that forgot its {@code where}.
 */
public final class PartnerScope {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerScope.class);
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

    /**
     * Runs the work for one partner after the other. One whose work breaks off is told to the log and doesn't keep the
     * others waiting.
     *
     * @param waiting what of the partner then waits for the next run, in the plural, for example "The orders"
     */
    public static void runEach(List<PartnerId> partners, String waiting, Consumer<PartnerId> work) {
        for (var partnerId : partners) {
            try {
                run(partnerId, () -> work.accept(partnerId));
            } catch (RuntimeException broken) {
                LOG.error("{} of partner {} wait for the next run", waiting, partnerId, broken);
            }
        }
    }

    /** As {@link #runEach}, but for so many partners at once. */
    public static void runTogether(List<PartnerId> partners, int atOnce, String waiting, Consumer<PartnerId> work) {
        if (partners.size() < 2) {
            runEach(partners, waiting, work);
            return;
        }
        try (var workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            partners.forEach(partnerId -> workers.execute(() -> runEach(List.of(partnerId), waiting, work)));
        }
    }

    /** Runs the work for the partner; transactions that start inside see that partner's rows. */
    public static void run(PartnerId partnerId, Runnable work) {
        ScopedValue.where(CURRENT, partnerId).run(work);
    }
}
