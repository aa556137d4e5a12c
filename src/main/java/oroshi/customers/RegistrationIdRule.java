package oroshi.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oroshi.basics.Localized;

/**
 * What a country wants as registration id of a company (J1-06).
 *
 * @param required then a phone number is required too
 */
public record RegistrationIdRule(String englishLabel, String japaneseLabel, boolean required, Optional<Pattern> pattern)
        implements Localized {
    static final RegistrationIdRule ELSEWHERE =
            new RegistrationIdRule("Registration ID", "登録 ID", false, Optional.empty());

    @Override
    public String in(Locale language) {
        return language.getLanguage().equals("ja") ? japaneseLabel : englishLabel;
    }

    @Override
    public String toString() {
        return englishLabel;
    }
}
