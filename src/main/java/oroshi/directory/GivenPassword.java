package oroshi.directory;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import oroshi.basics.Refusal;

/**
 * A password that somebody gives to another person: one of their own choice, or a generated one. Its clear text is for
 * the one answer that hands it over.
 */
public final class GivenPassword {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int FEWEST_KINDS = 3;
    private static final List<IntPredicate> KINDS = List.of(
            Character::isUpperCase, Character::isLowerCase, Character::isDigit, one -> !Character.isLetterOrDigit(one));

    private final String clearText;
    private final boolean mustChange;
    private final boolean generated;

    private GivenPassword(String clearText, boolean mustChange, boolean generated) {
        this.clearText = clearText;
        this.mustChange = mustChange;
        this.generated = generated;
    }

    /** One that the giver thought up. */
    public static GivenPassword chosen(String clearText, boolean mustChange) {
        return new GivenPassword(clearText, mustChange, false);
    }

    /** One that nobody can guess and that has to be changed at the first sign-in. */
    public static GivenPassword temporary(TemporaryPassword password) {
        return new GivenPassword(password.reveal(), true, true);
    }

    /** Whether the first sign-in has to choose another one. */
    public boolean mustChange() {
        return mustChange;
    }

    /** Refuses a chosen password that is short, uniform, or contains the part of the sign-in name before the @. */
    void check(String signInName) {
        if (generated) {
            return;
        }
        var length = clearText.codePointCount(0, clearText.length());
        var kinds = KINDS.stream()
                .filter(kind -> clearText.codePoints().anyMatch(kind))
                .count();
        if (length < SHORTEST || length > LONGEST || kinds < FEWEST_KINDS || isTorn() || repeats(signInName)) {
            throw Refusal.of("passwordProfile.password", DirectoryRefusal.GIVEN_PASSWORD_WEAK);
        }
    }

    /** Half a letter: JSON can carry it, but nobody can type it and no hash takes it. */
    private boolean isTorn() {
        return clearText.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private boolean repeats(String signInName) {
        var name = signInName.substring(0, signInName.indexOf('@')).toLowerCase(Locale.ROOT);
        return name.length() > 2 && clearText.toLowerCase(Locale.ROOT).contains(name);
    }

    String hash(PasswordHashes hashes) {
        return generated ? hashes.ofGenerated(clearText) : hashes.ofChosen(clearText);
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
