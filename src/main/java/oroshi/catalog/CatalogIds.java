package oroshi.catalog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Ids of availabilities and terms. Price files carry none, so they are made from what they stand for: the same in every
 * list as long as the thing itself stays the same.
 */
final class CatalogIds {
    private static final int LENGTH = 12;

    private CatalogIds() {}

    /** Twelve upper-case letters and digits that begin as the product's id does. */
    static String availability(Sku sku, String country, Segment segment) {
        var product = sku.product().id();
        var start = product.substring(0, Math.min(4, product.length()));
        var rest = digits(sku.key() + "/" + country + "/" + segment.wire(), LENGTH - start.length());
        return start + rest.toUpperCase(Locale.ROOT);
    }

    /** Twelve lower-case letters and digits. */
    static String term(String catalogItemId, Plan plan) {
        return digits(
                catalogItemId + "/" + plan.term().wire() + "/"
                        + plan.billingCycle().wire(),
                LENGTH);
    }

    private static String digits(String text, int length) {
        var number = new BigInteger(1, sha256(text)).toString(36);
        return number.substring(number.length() - length);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
