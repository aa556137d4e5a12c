package oroshi.catalog;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/**
 * Which price sheet is asked for.
 *
 * @param market code of the country, in capitals
 * @param month of a sheet of the past; empty for the others
 */
public record PriceSheetQuery(String market, PriceSheetView view, Timeline timeline, Optional<YearMonth> month) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    /** The sheet that holds today. */
    public static PriceSheetQuery current(String market, PriceSheetView view) {
        return new PriceSheetQuery(market, view, Timeline.CURRENT, Optional.empty());
    }

    /** The sheet of a month that is over, or of the present one. */
    public static PriceSheetQuery of(String market, PriceSheetView view, YearMonth month) {
        return new PriceSheetQuery(market, view, Timeline.HISTORY, Optional.of(month));
    }

    /** The sheet of the next change. */
    public static PriceSheetQuery future(String market, PriceSheetView view) {
        return new PriceSheetQuery(market, view, Timeline.FUTURE, Optional.empty());
    }

    /** Reads what a client sent; a view nobody knows is a sheet that doesn't exist. */
    static PriceSheetQuery parse(String market, String view, @Nullable String timeline, @Nullable String month) {
        var country = market.strip().toUpperCase(Locale.ROOT);
        if (!country.matches("[A-Z]{2}")) {
            throw Refusal.of("market", CatalogRefusal.SHEET_INPUT, "Market must be a code of two letters.");
        }
        var known = PriceSheetView.find(view).orElseThrow(() -> Refusal.because(CatalogRefusal.SHEET_UNKNOWN));
        var time = timeline == null
                ? Timeline.CURRENT
                : Timeline.find(timeline)
                        .orElseThrow(() -> Refusal.of(
                                "timeline",
                                CatalogRefusal.SHEET_INPUT,
                                "Timeline must be history, current or future."));
        return time == Timeline.HISTORY
                ? of(country, known, requiredMonth(month))
                : new PriceSheetQuery(country, known, time, Optional.empty());
    }

    /** Reads a month as {@code yyyyMM}. */
    static Optional<YearMonth> month(String text) {
        try {
            return text.matches("[0-9]{6}") ? Optional.of(YearMonth.parse(text, MONTH)) : Optional.empty();
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }

    static String text(YearMonth month) {
        return MONTH.format(month);
    }

    private static YearMonth requiredMonth(@Nullable String month) {
        return month(month == null ? "" : month.strip())
                .orElseThrow(() -> Refusal.of(
                        "month",
                        CatalogRefusal.SHEET_INPUT,
                        "Month must be given as YYYYMM when timeline is history."));
    }
}
