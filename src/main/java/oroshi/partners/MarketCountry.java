package oroshi.partners;

import java.util.Locale;
import java.util.Optional;

/**
 * A country of a market region.
 *
 * @param code ISO alpha-2 code
 * @param currency what a partner of that country is billed in; empty where nobody can enrol
 */
public record MarketCountry(
        String code, String english, String japanese, String marketRegion, Optional<String> currency) {
    /** The country's name for a reader of the language: Japanese, else English. */
    public String nameIn(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }
}
