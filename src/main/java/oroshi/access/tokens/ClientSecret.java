package oroshi.access.tokens;

import java.security.SecureRandom;
import java.util.Base64;

/** A generated secret of an application. Its clear text is for the one answer that hands it over. */
public final class ClientSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 30;
    private static final int HINT = 3;

    private final String clearText;

    private ClientSecret(String clearText) {
        this.clearText = clearText;
    }

    static ClientSecret generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** One that the operator fixed, as a demo does; long enough that nobody guesses it. */
    static ClientSecret of(String clearText) {
        if (clearText.length() < 20) {
            throw new IllegalArgumentException("A client secret has at least 20 characters.");
        }
        return new ClientSecret(clearText);
    }

    public String reveal() {
        return clearText;
    }

    String hint() {
        return clearText.substring(0, HINT);
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
