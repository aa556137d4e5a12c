package oroshi.customers;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a country demands of the companies in it: parts of an address, postal code, registration id, phone, languages.
 *
 * @param postalExample a postal code that fits, for error texts; empty when the country has no pattern
 * @param callingCode 0 where there are no telephones
 * @param cultures cultures offered for the country, its first language first, for example {@code de-CH, fr-CH}
 */
public record CountryRules(
        Country country,
        StateKind stateKind,
        List<Subdivision> subdivisions,
        boolean postalCodeRequired,
        Optional<Pattern> postalPattern,
        String postalExample,
        RegistrationIdRule registrationId,
        List<Culture> cultures,
        int callingCode,
        ZoneId timeZone) {

    /** The rules of the country with this code in any case; empty when no such country is known. */
    public static Optional<CountryRules> find(String code) {
        return CountryData.published().find(code.toUpperCase(Locale.ROOT));
    }

    /** The rules of a country that is known to exist. */
    public static CountryRules of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such country: " + code));
    }

    /** The rules of all countries, by code. */
    public static Collection<CountryRules> all() {
        return CountryData.published().all();
    }

    /** The subdivision that somebody meant, by code or name. */
    public Optional<Subdivision> subdivision(String typed) {
        return subdivisions.stream().filter(each -> each.isCalled(typed)).findFirst();
    }

    /** The culture that is offered for the country, in any case of its letters. */
    public Optional<Culture> culture(String tag) {
        return cultures.stream()
                .filter(each -> each.tag().equalsIgnoreCase(tag))
                .findFirst();
    }

    /** The culture of the country's first language. */
    public Culture defaultCulture() {
        return cultures.getFirst();
    }

    boolean fits(String postalCode) {
        return postalPattern
                .map(pattern -> pattern.matcher(postalCode).matches())
                .orElse(postalCode.length() <= 16);
    }
}
