package oroshi.onboarding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import oroshi.basics.DraftId;
import oroshi.basics.UserId;

/**
 * The temporary passwords of customers just created and of their people whose password was just reset, for the user who
 * did it, in the same session, until Done and at most ten minutes.
 *
 * <p>They live encrypted in this process's memory under a key that dies with it. In a cluster only the node that ran
 * the submit can show the password; the others show dots and the way to reset it, so that no store ever holds it.
 */
@Component
public class PasswordSlots {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final long MOST_SLOTS = 10_000;

    private final Cache<Owner, byte[]> slots;
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key = newKey();

    /** Who may read: the user of the session in which the draft was submitted or the person's password was reset. */
    private record Owner(UUID subject, UserId userId, String session) {}

    @Autowired
    PasswordSlots() {
        this(Ticker.systemTicker());
    }

    PasswordSlots(Ticker ticker) {
        slots = Caffeine.newBuilder()
                .expireAfterWrite(LIFETIME)
                .maximumSize(MOST_SLOTS)
                .ticker(ticker)
                .build();
    }

    /** Keeps the password for the user's session. */
    public void put(DraftId draftId, UserId userId, String session, String password) {
        put(draftId.value(), userId, session, password);
    }

    /** Keeps a password that was reset, by the person whose password it is. */
    public void put(UserId person, UserId userId, String session, String password) {
        put(person.value(), userId, session, password);
    }

    private void put(UUID subject, UserId userId, String session, String password) {
        slots.put(new Owner(subject, userId, session), encrypt(password));
    }

    /** The password; empty for anybody else, after Done, and after ten minutes. */
    public Optional<String> read(DraftId draftId, UserId userId, String session) {
        return read(draftId.value(), userId, session);
    }

    public Optional<String> read(UserId person, UserId userId, String session) {
        return read(person.value(), userId, session);
    }

    private Optional<String> read(UUID subject, UserId userId, String session) {
        return Optional.ofNullable(slots.getIfPresent(new Owner(subject, userId, session)))
                .map(this::decrypt);
    }

    /** Forgets the password, because the user is done with it. */
    public void wipe(DraftId draftId, UserId userId, String session) {
        slots.invalidate(new Owner(draftId.value(), userId, session));
    }

    public void wipe(UserId person, UserId userId, String session) {
        slots.invalidate(new Owner(person.value(), userId, session));
    }

    private byte[] encrypt(String password) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, password.getBytes(StandardCharsets.UTF_8));
        var slot = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, slot, NONCE_BYTES, sealed.length);
        return slot;
    }

    private String decrypt(byte[] slot) {
        var nonce = Arrays.copyOf(slot, NONCE_BYTES);
        var sealed = Arrays.copyOfRange(slot, NONCE_BYTES, slot.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey newKey() {
        try {
            var generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
