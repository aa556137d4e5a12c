package oroshi.directory;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** The secret that a person's authenticator shares with us; it makes a code of six digits every 30 seconds. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Authenticator(byte[] secret) {
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final int SECRET_BYTES = 20;
    /** A clock may be one step off. */
    private static final int TOLERANCE = 1;

    static Authenticator generate() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Authenticator(secret);
    }

    /** The step whose code this is, around the given time; empty when it is none. */
    OptionalLong step(String code, Instant now) {
        var seconds = GENERATOR.getTimeStep().toSeconds();
        var present = now.getEpochSecond() / seconds;
        for (var step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
            if (equal(code(Instant.ofEpochSecond(step * seconds)), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    String code(Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String base32() {
        return Base32.toBase32String(secret).replace("=", "");
    }

    /** The address that authenticators read from a QR code. */
    String uri(String signInName) {
        return "otpauth://totp/Oroshi:" + URLEncoder.encode(signInName, StandardCharsets.UTF_8) + "?secret=" + base32()
                + "&issuer=Oroshi";
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
