package oroshi.customers;

import java.util.Locale;

/** Language and region in which a customer is addressed, for example {@code ja-JP}. */
public record Culture(String tag) {
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The two-letter language, for example {@code ja}. */
    public String language() {
        return locale().getLanguage();
    }

    @Override
    public String toString() {
        return tag;
    }
}
