package oroshi.mail;

import com.ibm.icu.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of letters, from the message files {@code mail/letters_en} and {@code mail/letters_ja}. */
public final class LetterTexts {
    private static final String FILES = "mail.letters";

    private final Locale language;
    private final ResourceBundle texts;

    private LetterTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                FILES, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts for a reader of the culture: Japanese for those who read it, else English. */
    public static LetterTexts forCulture(String culture) {
        var japanese = Locale.forLanguageTag(culture).getLanguage().equals(Locale.JAPANESE.getLanguage());
        return new LetterTexts(japanese ? Locale.JAPANESE : Locale.ENGLISH);
    }

    public Locale language() {
        return language;
    }

    /** The text of the key with the values in their places, by name. */
    public String text(String key, Map<String, ?> values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    /** The day as readers of the language write it. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(texts.getString("date"), language).format(day);
    }
}
