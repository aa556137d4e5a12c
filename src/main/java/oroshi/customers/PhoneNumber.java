package oroshi.customers;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Typed;

/** A phone number as people write it: 7 to 15 digits with separators, and an extension if there is one. */
public record PhoneNumber(String value) {
    private static final Pattern FORM =
            Pattern.compile("([0-9 +()./-]+?)(?: *(?:ext\\.?|内線)[ .:]*([0-9]{1,10}))?", Pattern.CASE_INSENSITIVE);

    /** The number that was typed, normalised; empty when its form is wrong. */
    public static Optional<PhoneNumber> parse(@Nullable String typed) {
        var number = Typed.number(typed);
        var matcher = FORM.matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var digits = matcher.group(1).chars().filter(Character::isDigit).count();
        return digits >= 7 && digits <= 15 ? Optional.of(new PhoneNumber(number)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
