package oroshi.customers;

import java.util.Locale;
import java.util.Optional;
import oroshi.basics.Localized;

/**
 * A country or region, by its two-letter code.
 *
 * @param code ISO 3166-1 alpha-2, in capitals
 */
public record Country(String code, String englishName, String japaneseName) implements Localized {
    /** The country with this code in any case; empty when there is none. */
    public static Optional<Country> find(String code) {
        return CountryRules.find(code).map(CountryRules::country);
    }

    @Override
    public String in(Locale language) {
        return language.getLanguage().equals("ja") ? japaneseName : englishName;
    }

    /** The English name, for callers of the API. */
    @Override
    public String toString() {
        return englishName;
    }
}
