package oroshi.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import oroshi.database.Vault;

/**
 * Hashes passwords. A chosen one gets Argon2id, which is slow on purpose; a generated one can't be guessed, so a keyed
 * hash suffices and adding a customer stays quick.
 */
@Component
class PasswordHashes {
    private static final String GENERATED = "{generated}";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** A hash of the same cost that no password has. */
    private static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Vault vault;

    PasswordHashes(Vault vault) {
        this.vault = vault;
    }

    String ofGenerated(TemporaryPassword password) {
        return GENERATED + vault.mark(password.reveal());
    }

    String ofGenerated(String secret) {
        return GENERATED + vault.mark(secret);
    }

    String ofChosen(String password) {
        return argon.encode(password);
    }

    boolean matches(String password, String hash) {
        if (hash.startsWith(GENERATED)) {
            return MessageDigest.isEqual(bytes(ofGenerated(password)), bytes(hash));
        }
        return argon.matches(password, hash);
    }

    /** Takes as long as a wrong password, so that time does not tell which names exist. */
    void matchNobody(String password) {
        argon.matches(password, NOBODYS);
    }

    private static String zeros(int length) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[length]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
