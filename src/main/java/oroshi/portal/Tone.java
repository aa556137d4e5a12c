package oroshi.portal;

import java.util.Locale;

/** What a colour means, in badges and notices alike. */
public enum Tone {
    NEUTRAL,
    BRAND,
    INFO,
    SUCCESS,
    WARNING,
    DANGER;

    /** The word in the style sheet. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
