package oroshi.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How long a purchase binds: {@code P1M}, {@code P1Y}, {@code P3Y}, {@code P30D}, or for ever. */
public record Term(Period duration) {
    /** Perpetual software and plans that are only metered: no end is agreed. */
    public static final Term UNLIMITED = new Term(Period.ZERO);

    private static final Set<String> ENDLESS = Set.of("ONETIME", "NOTERM", "PAYG-1");

    public static final Term ONE_MONTH = new Term(Period.ofMonths(1));
    public static final Term ONE_YEAR = new Term(Period.ofYears(1));
    public static final Term THREE_YEARS = new Term(Period.ofYears(3));

    /** Reads an ISO 8601 duration in any letter case; no text and the price files' words for none have no end. */
    public static Optional<Term> find(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        if (word.isEmpty() || ENDLESS.contains(word)) {
            return Optional.of(UNLIMITED);
        }
        try {
            var duration = Period.parse(word);
            return duration.isNegative() || duration.isZero() ? Optional.empty() : Optional.of(new Term(duration));
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    public boolean isUnlimited() {
        return duration.isZero();
    }

    /** The first day after a term that begins on the day; empty when it has no end. */
    public Optional<LocalDate> endAfter(LocalDate start) {
        return isUnlimited() ? Optional.empty() : Optional.of(start.plus(duration));
    }

    /** Whole months of the term; zero for days and for what has no end. */
    public int months() {
        return Math.toIntExact(duration.toTotalMonths());
    }

    /** The ISO 8601 duration, or an empty text when the term has no end. */
    public String wire() {
        return isUnlimited() ? "" : duration.toString();
    }
}
