package oroshi.catalog;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language that the {@code X-Locale} header asks for; what cannot be read, or is missing, means American English. */
record WireLocale(Locale locale) {
    static WireLocale of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new WireLocale(Locale.US);
        }
        try {
            var locale = new Locale.Builder().setLanguageTag(header.strip()).build();
            return new WireLocale(locale.getLanguage().isEmpty() ? Locale.US : locale);
        } catch (IllformedLocaleException unreadable) {
            return new WireLocale(Locale.US);
        }
    }

    String text(LocalizedText text) {
        return text.in(locale);
    }

    boolean isJapanese() {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    /** As offers echo it, for example {@code en-gb}. */
    String echo() {
        return locale.toLanguageTag().toLowerCase(Locale.ROOT);
    }
}
