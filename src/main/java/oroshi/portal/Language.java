package oroshi.portal;

import java.util.Locale;
import java.util.Optional;

/** A language that the portal speaks. */
public enum Language {
    EN(Locale.US, "English"),
    JA(Locale.JAPAN, "日本語");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** The locale whose formats go with the language when nobody asks for others. */
    public Locale locale() {
        return locale;
    }

    /** The language's name as its own speakers write it. */
    public String ownName() {
        return ownName;
    }

    /** The code that stands in the lang attribute and in the names of the message files. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a tag such as {@code ja} or {@code ja-JP}; empty when the portal does not speak it. */
    public static Optional<Language> of(String tag) {
        var wanted = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        for (var language : values()) {
            if (language.code().equals(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
