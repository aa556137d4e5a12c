package oroshi.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.AccessSettings;
import oroshi.access.tokens.SigningKeyTable.StoredKey;
import oroshi.database.Vault;

/**
 * The keys that sign tokens. A new one is published an hour before it signs, and an old one stays published until its
 * last token has expired, so that nobody who keeps the key set for a while is left behind.
 */
@Component
class SigningKeys {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int BITS = 2048;
    private static final Duration PUBLISHED_AHEAD = Duration.ofHours(1);
    private static final Duration REREAD = Duration.ofMinutes(5);

    private final SigningKeyTable table;
    private final Vault vault;
    private final AccessSettings settings;
    private final TransactionTemplate transactions;
    private volatile Keys keys = new Keys(List.of(), Instant.MIN);

    SigningKeys(SigningKeyTable table, Vault vault, AccessSettings settings, PlatformTransactionManager transactions) {
        this.table = table;
        this.vault = vault;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record Key(RSAKey key, Instant createdAt) {}

    private record Keys(List<Key> newestFirst, Instant readAt) {}

    /** The key that signs now, with its private part. */
    JWKSet signing() {
        var present = present();
        var settled = Instant.now().minus(PUBLISHED_AHEAD);
        var key = present.stream()
                .filter(each -> each.createdAt().isBefore(settled))
                .findFirst()
                .orElseGet(present::getLast);
        return new JWKSet((JWK) key.key());
    }

    /** All keys whose tokens may still count, without private parts. */
    JWKSet published() {
        return new JWKSet(
                present().stream().map(each -> (JWK) each.key().toPublicJWK()).toList());
    }

    private List<Key> present() {
        var known = keys;
        if (known.readAt().plus(REREAD).isBefore(Instant.now())) {
            return refresh();
        }
        return known.newestFirst();
    }

    /** Reads the keys anew, as when a token names one that another node has made. */
    synchronized List<Key> refresh() {
        var now = Instant.now();
        var read = transactions.execute(status -> readOrMake(now, now.minus(stillGood())));
        keys = new Keys(List.copyOf(read), now);
        return read;
    }

    /** From a key's first day to the end of the last token that it signed. */
    private Duration stillGood() {
        return settings.keyLifetime().plus(settings.tokenLifetime()).plus(PUBLISHED_AHEAD.multipliedBy(2));
    }

    private List<Key> readOrMake(Instant now, Instant oldest) {
        var read = new ArrayList<Key>();
        table.since(oldest).forEach(stored -> open(stored, read));
        if (read.isEmpty()
                || read.getFirst().createdAt().plus(settings.keyLifetime()).isBefore(now)) {
            read.addFirst(make(now));
        }
        return read;
    }

    private void open(StoredKey stored, List<Key> into) {
        try {
            var json = new String(vault.open(stored.sealed()), StandardCharsets.UTF_8);
            into.add(new Key(RSAKey.parse(json), stored.createdAt()));
        } catch (ParseException | IllegalStateException unreadable) {
            log.warn("Signing key {} cannot be opened with this vault's key and is passed over", stored.keyId());
        }
    }

    private Key make(Instant now) {
        try {
            var drawn = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            var key = KeyCertificates.certify(drawn, now, now.plus(stillGood()));
            var sealed = vault.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8));
            table.insert(new StoredKey(key.getKeyID(), sealed, now));
            return new Key(key, now);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
