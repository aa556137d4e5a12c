package oroshi.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/**
 * A version of an agreement that an operator publishes for some countries. An instance has passed every rule that needs no
 * database.
 *
 * @param version its rank: higher than what the countries have, so that nobody publishes twice by repeating
 * @param documents the text in each of its languages, the first one to be offered first
 */
record NewVersion(
        AgreementType type,
        int version,
        LocalDate effectiveFrom,
        List<String> countries,
        List<AgreementDocument> documents) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    NewVersion {
        countries = countries.stream()
                .map(country -> country.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        documents = List.copyOf(documents);
        if (version < 1) {
            throw Refusal.of("version", RestRefusal.INVALID_VALUE, "the first version that can be published is 1");
        }
        if (countries.isEmpty()) {
            throw Refusal.of("countries", RestRefusal.MISSING);
        }
        for (var country : countries) {
            if (!COUNTRIES.contains(country)) {
                throw Refusal.of("countries", RestRefusal.INVALID_VALUE, country + " is no country");
            }
        }
        if (documents.isEmpty()) {
            throw Refusal.of("document", RestRefusal.MISSING);
        }
    }

    /** A new id, for clients to know it by. */
    String edition() {
        return Ids.next().toString();
    }

    List<String> languages() {
        return documents.stream().map(AgreementDocument::language).toList();
    }
}
