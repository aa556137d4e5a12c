package oroshi.customers;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a company is, normalised; it satisfies the rules of its country.
 *
 * @param country two-letter code
 * @param state code from the country's list, or free text where the country has no list
 */
public record PostalAddress(
        String country,
        @Nullable String postalCode,
        @Nullable String state,
        @Nullable String region,
        String city,
        String addressLine1,
        @Nullable String addressLine2,
        @Nullable String addressLine3) {

    public CountryRules rules() {
        return CountryRules.of(country);
    }

    /** The state's name for people, or what was typed where the country has no list. */
    public Optional<String> stateName(Locale language) {
        return Optional.ofNullable(state)
                .map(code ->
                        rules().subdivision(code).map(each -> each.in(language)).orElse(code));
    }

    /** The address in one line in the order of its country (P2). */
    public String in(Locale language) {
        return AddressFormat.line(this, language);
    }
}
