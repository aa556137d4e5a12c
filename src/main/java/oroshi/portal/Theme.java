package oroshi.portal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, or as the visitor's system has it. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** The word in cookies, forms and the page's data-theme attribute. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(@Nullable String code) {
        for (var theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return AUTO;
    }
}
