package oroshi.customers;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.rest.Attributes;

/** The CountryValidationRules resource as the contract has it. */
record CountryRulesResource(
        String iso2Code,
        String defaultCulture,
        boolean isStateRequired,
        @Nullable List<String> supportedStatesList,
        List<String> supportedLanguagesList,
        List<String> supportedCulturesList,
        boolean isPostalCodeRequired,
        @Nullable String postalCodeRegex,
        boolean isCityRequired,
        boolean isVatIdSupported,
        String phoneNumberRegex,
        boolean isTaxIdSupported,
        boolean isTaxIdOptional,
        @Nullable String taxIdFormat,
        List<String> countryCallingCodesList,
        Attributes attributes) {
    /** Seven to fifteen digits with separators; valid for Java and .NET, whose clients apply it themselves. */
    private static final String PHONE = "^(?=(?:[^0-9]*[0-9]){7,15}[^0-9]*$)[0-9 +()./-]+$";

    static CountryRulesResource of(CountryRules rules) {
        var states = rules.subdivisions().stream().map(Subdivision::code).toList();
        return new CountryRulesResource(
                rules.country().code(),
                rules.defaultCulture().tag(),
                rules.stateKind() == StateKind.LIST,
                states.isEmpty() ? null : states,
                rules.cultures().stream().map(Culture::language).distinct().toList(),
                rules.cultures().stream().map(Culture::tag).toList(),
                rules.postalCodeRequired(),
                rules.postalPattern().map(Pattern::pattern).orElse(null),
                true,
                false,
                PHONE,
                true,
                !rules.registrationId().required(),
                rules.registrationId().pattern().map(Pattern::pattern).orElse(null),
                rules.callingCode() == 0 ? List.of() : List.of(String.valueOf(rules.callingCode())),
                Attributes.of("CountryValidationRules"));
    }
}
