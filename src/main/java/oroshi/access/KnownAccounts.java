package oroshi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * The people who called lately, with their present roles. A change counts at once where it was made, and within two
 * seconds on the other nodes.
 */
@Component
public class KnownAccounts {
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final Cache<Key, Optional<Account>> cache = Caffeine.newBuilder()
            .expireAfterWrite(TRUSTED_FOR)
            .maximumSize(MOST)
            .build();
    private final ObjectProvider<Accounts> accounts;

    /** The directory comes late, because it tells this class what changed. */
    KnownAccounts(ObjectProvider<Accounts> accounts) {
        this.accounts = accounts;
    }

    public Optional<Account> find(TenantId tenantId, UserId userId) {
        return cache.get(new Key(tenantId, userId), key -> accounts.getObject().find(key.tenantId(), key.userId()));
    }

    /** Asks the directory anew after the present transaction. */
    public void forgetAfterCommit(TenantId tenantId, UserId userId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cache.invalidate(new Key(tenantId, userId));
            }
        });
    }

    private record Key(TenantId tenantId, UserId userId) {}
}
