package oroshi.portal.customers;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import oroshi.portal.Choice;

/** The countries in which people use licenses. */
public final class Locations {
    private Locations() {}

    /** The country's name in the language; empty for no country. */
    public static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    static List<Choice> choices(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Choice.of(code, name(code, language)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(language)))
                .toList();
    }
}
