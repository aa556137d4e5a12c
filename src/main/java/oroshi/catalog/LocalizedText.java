package oroshi.catalog;

import java.util.Locale;
import oroshi.basics.Localized;

/** A text of the catalog in the two languages it is kept in. */
public record LocalizedText(String english, String japanese) implements Localized {
    /** An empty text in both languages. */
    public static final LocalizedText EMPTY = new LocalizedText("", "");

    /** The Japanese text for Japanese readers where there is one, the English text for everybody else. */
    @Override
    public String in(Locale locale) {
        return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) && !japanese.isEmpty() ? japanese : english;
    }

    @Override
    public String toString() {
        return english;
    }
}
