package oroshi.customers;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Typed;

/** The number under which a company is registered in its country. */
public record RegistrationId(String value) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}./-]{3,32}");

    /** The id that was typed, normalised; empty when it is not of the form that the country has. */
    static Optional<RegistrationId> parse(RegistrationIdRule rule, @Nullable String typed) {
        var id = Typed.number(typed);
        var fits = FORM.matcher(id).matches()
                && rule.pattern().map(pattern -> pattern.matcher(id).matches()).orElse(true);
        return fits ? Optional.of(new RegistrationId(id)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
