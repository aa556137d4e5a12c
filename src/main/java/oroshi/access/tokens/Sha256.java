package oroshi.access.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The digests that the protocols write in base64url. */
final class Sha256 {
    private Sha256() {}

    static String base64Url(String text) {
        return encode(digest(text));
    }

    /** The left half, by which an identity vouches for the code beside it. */
    static String leftHalf(String text) {
        var digest = digest(text);
        return encode(Arrays.copyOf(digest, digest.length / 2));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String encode(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
