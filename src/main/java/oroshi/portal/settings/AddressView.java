package oroshi.portal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.customers.CountryRules;
import oroshi.customers.PostalAddress;
import oroshi.partners.ProfileAddress;
import oroshi.portal.Choice;
import oroshi.portal.Texts;

/** How pages show a partner's address. */
final class AddressView {
    private AddressView() {}

    /** In one line in the order of its country (P2); while nothing was said, its country alone. */
    static String of(ProfileAddress address, Texts texts) {
        var language = texts.language().locale();
        if (address.addressLine1().isEmpty()) {
            return CountryRules.of(address.country()).country().in(language);
        }
        return new PostalAddress(
                        address.country(),
                        filled(address.postalCode()),
                        filled(address.state()),
                        filled(address.region()),
                        address.city(),
                        address.addressLine1(),
                        filled(address.addressLine2()),
                        filled(address.addressLine3()))
                .in(language);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    static List<Choice> states(CountryRules rules, Texts texts) {
        return rules.subdivisions().stream()
                .map(each -> Choice.of(each.code(), each.in(texts.language().locale())))
                .toList();
    }
}
