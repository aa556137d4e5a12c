package oroshi.portal;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a list to choose from. Search words let a combobox find a country by its code and by its name in every
 * language; a disabled entry says why.
 */
public record Choice(
        String value,
        String label,
        @Nullable String help,
        @Nullable String searchWords,
        @Nullable String disabledBecause) {
    public static Choice of(String value, String label) {
        return new Choice(value, label, null, null, null);
    }

    public Choice withHelp(String help) {
        return new Choice(value, label, help, searchWords, disabledBecause);
    }

    public Choice withSearchWords(String words) {
        return new Choice(value, label, help, words, disabledBecause);
    }

    public Choice disabledBecause(String reason) {
        return new Choice(value, label, help, searchWords, reason);
    }

    public boolean isDisabled() {
        return disabledBecause != null;
    }
}
