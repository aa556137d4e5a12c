package oroshi.directory;

import java.util.Locale;
import oroshi.basics.Refusal;

/** The rules for a password that a person thinks up: long, and not the name again. */
final class ChosenPassword {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int FEWEST_CHARACTERS = 5;

    private ChosenPassword() {}

    static void check(String password, Credential credential) {
        var length = password.codePointCount(0, password.length());
        var varied = password.chars().distinct().count() >= FEWEST_CHARACTERS;
        var name = credential.localName().toLowerCase(Locale.ROOT);
        var repeatsName = name.length() > 2 && password.toLowerCase(Locale.ROOT).contains(name);
        if (length < SHORTEST || length > LONGEST || !varied || repeatsName) {
            throw Refusal.of("newPassword", DirectoryRefusal.PASSWORD_WEAK);
        }
    }
}
