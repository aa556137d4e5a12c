package oroshi.catalog;

import java.util.Locale;

/** A text of the catalog in the two languages it is kept in. */
public record LocalizedText(String english, String japanese) {
    /** An empty text in both languages. */
    public static final LocalizedText EMPTY = new LocalizedText("", "");

    /** The Japanese text for Japanese readers where there is one, the English text for everybody else. */
    public String in(Locale locale) {
        return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) && !japanese.isEmpty() ? japanese : english;
    }
}
