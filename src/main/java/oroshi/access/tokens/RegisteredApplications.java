package oroshi.access.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.TenantId;
import oroshi.database.Vault;

/** The applications that partners registered: the way to make one known and to give it secrets. */
@Service
public class RegisteredApplications {
    private static final Duration SECRET_LIFETIME = Duration.ofDays(730);

    private final ApplicationTable table;
    private final Vault vault;

    RegisteredApplications(ApplicationTable table, Vault vault) {
        this.table = table;
        this.vault = vault;
    }

    /** Registers the application with a first secret; the clear text is here and nowhere else. */
    @Transactional
    public ClientSecret register(NewApplication request) {
        var secret = ClientSecret.generate();
        add(request, secret);
        return secret;
    }

    /** Registers an application whose secret everybody may know, as in a demo; nothing when it is there already. */
    @Transactional
    public void registerWithSecret(NewApplication request, String secret) {
        if (table.find(request.id(), Instant.now()).isEmpty()) {
            add(request, ClientSecret.of(secret));
        }
    }

    private void add(NewApplication request, ClientSecret secret) {
        table.insert(request, Instant.now());
        if (!request.publicClient()) {
            keep(request.id(), secret);
        }
    }

    /** Gives the application one more secret, so that an old one can be replaced without a gap. */
    @Transactional
    public ClientSecret addSecret(UUID applicationId) {
        var secret = ClientSecret.generate();
        keep(applicationId, secret);
        return secret;
    }

    @Transactional(readOnly = true)
    public Optional<Application> find(UUID applicationId) {
        return table.find(applicationId, Instant.now());
    }

    /** The applications that the tenant registered. */
    @Transactional(readOnly = true)
    public List<Application> list(TenantId owner) {
        return table.list(owner, Instant.now());
    }

    private void keep(UUID applicationId, ClientSecret secret) {
        var now = Instant.now();
        table.insertSecret(applicationId, vault.mark(secret.reveal()), secret.hint(), now, now.plus(SECRET_LIFETIME));
    }
}
