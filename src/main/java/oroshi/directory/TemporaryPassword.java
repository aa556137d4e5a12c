package oroshi.directory;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A generated password that must be changed at the first sign-in: 16 characters of four classes, none of which looks
 * like another. Its clear text is for the one answer that hands it over.
 */
public final class TemporaryPassword {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 16;
    private static final List<String> CLASSES =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!#$%*+-=?@");
    private static final String ALL = String.join("", CLASSES);

    private final String clearText;

    private TemporaryPassword(String clearText) {
        this.clearText = clearText;
    }

    public static TemporaryPassword generate() {
        var characters = new ArrayList<Character>(LENGTH);
        CLASSES.forEach(one -> characters.add(any(one)));
        while (characters.size() < LENGTH) {
            characters.add(any(ALL));
        }
        Collections.shuffle(characters, RANDOM);
        return new TemporaryPassword(characters.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    private static char any(String characters) {
        return characters.charAt(RANDOM.nextInt(characters.length()));
    }

    /** The clear text, for the answer that hands it over; never for a log, an event, a draft or the database. */
    public String reveal() {
        return clearText;
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
