package oroshi.basics;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what people type into the one form that is checked, stored and shown (rules N1 to N8). Every method gives the
 * same result when applied to its own result.
 */
public final class Typed {
    private static final Pattern INVISIBLE = Pattern.compile("[\\x00\\u200B-\\u200D\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000\\p{Zs}]+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFF0D\\uFF70\\u30FC]");
    private static final Pattern HALF_WIDTH_KANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern JAPANESE_MARK = Pattern.compile("^[〒\\s]+");
    private static final Pattern SEVEN_DIGITS = Pattern.compile("(\\d{3})(\\d{4})");

    private Typed() {}

    /** Any text: no white space around it, no invisible characters, single blanks inside (N1). */
    public static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        if (isPlain(typed)) {
            return typed;
        }
        var visible = INVISIBLE.matcher(typed).replaceAll("");
        var matcher = SPACES.matcher(visible);
        var text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, blankFor(visible, matcher.start(), matcher.end()));
        }
        return matcher.appendTail(text).toString().strip();
    }

    /** Names and addresses: composed characters and full-width katakana; full-width Latin stays as typed (N1, N2). */
    public static String name(@Nullable String typed) {
        if (typed != null && isPlain(typed)) {
            return typed;
        }
        var wide = HALF_WIDTH_KANA
                .matcher(text(typed))
                .replaceAll(kana -> Normalizer.normalize(kana.group(), Normalizer.Form.NFKC));
        return Normalizer.normalize(wide, Normalizer.Form.NFC);
    }

    /** Codes such as domain prefix, e-mail address or MPN ID: compatibility forms resolved (N1, N3). */
    public static String code(@Nullable String typed) {
        if (typed != null && isPlain(typed)) {
            return typed;
        }
        return text(Normalizer.normalize(text(typed), Normalizer.Form.NFKC));
    }

    /** Phone numbers and registration ids: as {@link #code}, and every kind of dash is a hyphen (N1, N3, N5). */
    public static String number(@Nullable String typed) {
        return DASHES.matcher(code(typed)).replaceAll("-");
    }

    /** A postal code: as {@link #number}, in capitals; a Japanese one without its mark and with its hyphen (N6). */
    public static String postalCode(String country, @Nullable String typed) {
        var number = number(typed).toUpperCase(Locale.ROOT);
        if (!country.equals("JP")) {
            return number;
        }
        var bare = JAPANESE_MARK.matcher(number).replaceAll("");
        var digits = SEVEN_DIGITS.matcher(bare);
        return digits.matches() ? digits.group(1) + "-" + digits.group(2) : bare;
    }

    /** A domain or its prefix: as {@link #code}, in lower case (N3, N4). */
    public static String domain(@Nullable String typed) {
        return code(typed).toLowerCase(Locale.ROOT);
    }

    /** An e-mail address: as {@link #code}, the part after the last {@code @} in lower case (N3, N4). */
    public static String email(@Nullable String typed) {
        var address = code(typed);
        var at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at) + domain(address.substring(at));
    }

    /** A quantity without the group separators of the language (N3, N7); a decimal part stays and is an error later. */
    public static String quantity(@Nullable String typed, Locale language) {
        var number = code(typed);
        return switch (language.getLanguage()) {
            case "de", "it", "es", "nl", "pt", "id", "tr", "da" ->
                number.replaceAll("(?<=\\d)[.' ](?=\\d{3}(\\D|$))", "");
            case "fr", "pl", "cs", "ru", "sv", "nb", "fi", "hu" ->
                number.replaceAll("(?<=\\d)['. ](?=\\d{3}(\\D|$))", "");
            default -> number.replaceAll("(?<=\\d),(?=\\d{3}(\\D|$))", "");
        };
    }

    /** The copy for search and for hints at duplicates: NFKC, lower case, katakana for hiragana. */
    public static String folded(@Nullable String typed) {
        var lower = Normalizer.normalize(name(typed), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(lower.length());
        lower.codePoints().map(Typed::katakana).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Length in characters as people count them: code points (N8). */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a control character is left after normalisation, which no field admits (N1). */
    public static boolean hasControlCharacter(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    /** Whether every rule leaves the text alone: visible ASCII with single blanks inside. Most texts are like that. */
    private static boolean isPlain(String typed) {
        var last = ' ';
        for (var i = 0; i < typed.length(); i++) {
            var character = typed.charAt(i);
            if (character < ' ' || character > '~' || (character == ' ' && last == ' ')) {
                return false;
            }
            last = character;
        }
        return last != ' ' || typed.isEmpty();
    }

    private static String blankFor(String text, int start, int end) {
        var wide = text.substring(start, end).indexOf('\u3000') >= 0
                && start > 0
                && end < text.length()
                && isCjk(text.codePointBefore(start))
                && isCjk(text.codePointAt(end));
        return wide ? "\u3000" : " ";
    }

    private static boolean isCjk(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default ->
                character == 'ー'
                        || (character >= 0x3001 && character <= 0x30FF)
                        || (character >= 0xFF00 && character <= 0xFFEF);
        };
    }

    private static int katakana(int character) {
        var hiragana = (character >= 'ぁ' && character <= 'ゖ') || character == 'ゝ' || character == 'ゞ';
        return hiragana ? character + ('ァ' - 'ぁ') : character;
    }
}
