package oroshi.basics;

import java.util.Locale;

/** A value that reads differently in each language, such as a country; its {@code toString} is the English text. */
public interface Localized {
    String in(Locale language);
}
