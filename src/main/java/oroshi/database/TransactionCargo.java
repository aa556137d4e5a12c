package oroshi.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the present transaction carries along to its end, one of each kind. */
public final class TransactionCargo {
    private TransactionCargo() {}

    /** The one of this kind; empty when the transaction carries none, or when there is no transaction. */
    public static <T extends TransactionSynchronization> Optional<T> find(Class<T> kind) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        for (var carried : TransactionSynchronizationManager.getSynchronizations()) {
            if (kind.isInstance(carried)) {
                return Optional.of(kind.cast(carried));
            }
        }
        return Optional.empty();
    }

    /**
     * The one of this kind, loaded now when it is the first; fails outside a transaction.
     *
     * @param why said when there is no transaction
     */
    public static <T extends TransactionSynchronization> T get(Class<T> kind, Supplier<T> first, String why) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(why);
        }
        return find(kind).orElseGet(() -> {
            var loaded = first.get();
            TransactionSynchronizationManager.registerSynchronization(loaded);
            return loaded;
        });
    }
}
