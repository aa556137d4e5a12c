package oroshi.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One version of an agreement for one country.
 *
 * @param templateId the id of its edition on the wire; editions cover all countries, or those that a new version names
 * @param versionRank order of versions; the highest one in effect is the latest
 * @param languages language tags that the text exists in, in the operator's order
 */
public record AgreementTemplate(
        AgreementType type,
        String templateId,
        String country,
        int versionRank,
        LocalDate effectiveFrom,
        List<String> languages) {
    public AgreementTemplate {
        languages = List.copyOf(languages);
    }

    /** The language to show first: the reader's if the text exists in it, else English, else the first one. */
    public String languageFor(Locale reader) {
        return languages.stream()
                .filter(language -> language.equalsIgnoreCase(reader.toLanguageTag()))
                .findFirst()
                .orElseGet(() -> inLanguage(reader.getLanguage()));
    }

    /** Whether the text exists in the language. */
    public boolean isIn(String language) {
        return languages.stream().anyMatch(language::equalsIgnoreCase);
    }

    private String inLanguage(String language) {
        return languages.stream()
                .filter(offered -> Locale.forLanguageTag(offered).getLanguage().equals(language))
                .findFirst()
                .orElseGet(() -> language.equals("en") ? languages.getFirst() : inLanguage("en"));
    }
}
