package oroshi.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Keeps what the database must not know in clear: seals what has to be read again, and marks what only has to be
 * recognised. The key lies outside the database, so a copy of the database alone gives nothing away.
 */
public final class Vault {
    private static final int IV_BYTES = 16;
    private static final String MAC = "HmacSHA256";

    private final AesBytesEncryptor cipher;
    private final SecretKey markKey;

    Vault(byte[] key) {
        cipher = new AesBytesEncryptor(
                derive(key, "seal", "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
        markKey = derive(key, "mark", MAC);
    }

    /** Encrypts and signs. */
    public byte[] seal(byte[] clear) {
        return cipher.encrypt(clear);
    }

    /** Reads what {@link #seal} made with the same key; anything else is an error. */
    public byte[] open(byte[] sealed) {
        if (sealed.length <= IV_BYTES) {
            throw new IllegalArgumentException("Too short to be sealed");
        }
        return cipher.decrypt(sealed);
    }

    /** Marks a secret so that it can be recognised later; only for generated secrets, which nobody can guess. */
    public String mark(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(markKey, secret));
    }

    /** One key for each use, so that no use says anything about another. */
    private static SecretKey derive(byte[] key, String use, String algorithm) {
        return new SecretKeySpec(mac(new SecretKeySpec(key, MAC), use), algorithm);
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
