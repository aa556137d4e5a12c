package oroshi.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import oroshi.basics.Refusal;

/** A new user as it is stored: with the whole sign-in name and a hash in place of the password. */
record NewAccount(NewUser user, String signInName, String passwordHash, Instant passwordExpiresAt, Instant createdAt) {
    /** A temporary password that nobody used in this time opens nothing any more. */
    static final Duration TEMPORARY_PASSWORD_LIFETIME = Duration.ofDays(7);

    static NewAccount of(Tenant tenant, NewUser user, String passwordHash) {
        return of(user, tenant.initialDomain(), passwordHash, tenant.createdAt());
    }

    static NewAccount of(NewUser user, String domain, String passwordHash, Instant now) {
        return new NewAccount(
                user, signInName(user.name(), domain), passwordHash, now.plus(TEMPORARY_PASSWORD_LIFETIME), now);
    }

    /** What stands behind the @. */
    String domain() {
        return signInName.substring(signInName.indexOf('@') + 1);
    }

    /** Whether the text has the form of a whole sign-in name. */
    static boolean isSignInName(String text) {
        return text.length() <= 254 && text.matches("[!-?A-~]{1,64}@[A-Za-z0-9.-]+");
    }

    private static String signInName(String name, String domain) {
        var whole = name.contains("@") ? name : name + "@" + domain;
        if (!isSignInName(whole)) {
            throw Refusal.because(DirectoryRefusal.SIGN_IN_NAME_FORMAT);
        }
        return whole.toLowerCase(Locale.ROOT);
    }
}
