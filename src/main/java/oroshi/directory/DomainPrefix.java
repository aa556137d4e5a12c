package oroshi.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import oroshi.basics.Refusal;

/**
 * The part of a tenant's first domain that its founder chooses, for example {@code sakuraseisakusho}. Full-width input
 * is narrowed and upper case lowered; nothing else is transliterated.
 */
public record DomainPrefix(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{3,27}");
    private static final Pattern DIGITS_ONLY = Pattern.compile("[0-9]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\uFEFF]");

    public DomainPrefix {
        if (!FORM.matcher(value).matches() || DIGITS_ONLY.matcher(value).matches()) {
            throw Refusal.because(DirectoryRefusal.DOMAIN_FORMAT);
        }
        if (ReservedWords.published().contains(value)) {
            throw Refusal.because(DirectoryRefusal.DOMAIN_RESERVED, value);
        }
    }

    /** Reads what was typed without a suffix; {@link Directory#prefix} also takes the cloud's own suffix off. */
    public static DomainPrefix parse(String text) {
        return new DomainPrefix(normalize(text));
    }

    /** White space around, invisible characters, width and letter case carry no meaning here. */
    static String normalize(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
