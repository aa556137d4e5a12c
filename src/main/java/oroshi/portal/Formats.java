package oroshi.portal;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oroshi.basics.PersonNames;

/** How dates, numbers, amounts, names and addresses are written for one reader. */
public final class Formats {

    private final Language language;
    private final Locale locale;
    private final String datePattern;

    public Formats(Language language, Locale locale) {
        this.language = language;
        this.locale = locale;
        this.datePattern = datePattern(locale);
    }

    private static String datePattern(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> "yyyy/MM/dd";
            case "de" -> "dd.MM.yyyy";
            case "en" ->
                locale.getCountry().isEmpty() || "US".equals(locale.getCountry()) ? "M/d/yyyy" : regional(locale);
            default -> regional(locale);
        };
    }

    private static String regional(Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                .replaceAll("y+", "yyyy");
    }

    /** The pattern of dates in lower case, as a hint what to type: {@code yyyy/mm/dd}. */
    public String dateHint() {
        return datePattern.toLowerCase(Locale.ROOT);
    }

    /** A calendar date: 2019/04/24, 4/24/2019 or 24.04.2019. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(datePattern, locale).format(date);
    }

    /** A moment, always in UTC and saying so: 2019/04/24 01:00 UTC. */
    public String instant(Instant instant) {
        return DateTimeFormatter.ofPattern(datePattern + " HH:mm 'UTC'", locale)
                .format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Reads a date typed in the shown format or as 2019-04-24; empty when it is neither or no such day exists. */
    public Optional<LocalDate> parseDate(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var lenient = datePattern.replace("yyyy", "uuuu").replace("MM", "M").replace("dd", "d");
        return List.of(lenient, "uuuu-M-d").stream()
                .flatMap(pattern -> parse(text, pattern).stream())
                .findFirst();
    }

    private Optional<LocalDate> parse(String text, String pattern) {
        try {
            var formatter = DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT);
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A whole number with the reader's group separators: 1,000,000. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /**
     * An amount, rounded half-up to the currency's minor unit, with the currency behind it: 34,000 円 for yen in Japanese,
     * 236,40 EUR for a German reader.
     */
    public String money(BigDecimal amount, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount.setScale(digits, RoundingMode.HALF_UP)) + " " + sign(currency);
    }

    private String sign(String currency) {
        return language == Language.JA && "JPY".equals(currency) ? "円" : currency;
    }

    /** Whether the culture, or any of the language, puts the family name first. */
    public static boolean isFamilyNameFirst(String culture) {
        return PersonNames.isFamilyNameFirst(Locale.forLanguageTag(culture));
    }

    /** A person's name in the order of the person's culture: 山本 直子, Maria Delgado. */
    public static String name(String firstName, String lastName, String culture) {
        return PersonNames.inOrder(firstName, lastName, Locale.forLanguageTag(culture));
    }

    /** A person's name as running text has it: with 様 for a Japanese reader. */
    public String politeName(String firstName, String lastName, String culture) {
        var name = name(firstName, lastName, culture);
        return language == Language.JA ? name + " 様" : name;
    }

    Locale locale() {
        return locale;
    }
}
