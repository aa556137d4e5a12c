package oroshi.customers;

import java.util.Locale;
import oroshi.basics.Localized;

/** A state, province or prefecture that addresses of its country are checked against. */
public record Subdivision(String code, String englishName, String japaneseName) implements Localized {
    @Override
    public String in(Locale language) {
        return language.getLanguage().equals("ja") ? japaneseName : englishName;
    }

    @Override
    public String toString() {
        return englishName;
    }

    /** Whether somebody who typed this meant the subdivision: by code or by name in either language. */
    boolean isCalled(String typed) {
        return code.equalsIgnoreCase(typed) || englishName.equalsIgnoreCase(typed) || japaneseName.equals(typed);
    }
}
