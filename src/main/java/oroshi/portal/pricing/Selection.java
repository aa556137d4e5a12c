package oroshi.portal.pricing;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oroshi.catalog.PriceSheetQuery;
import oroshi.catalog.PriceSheetView;
import oroshi.portal.Form;
import oroshi.portal.Link;

/**
 * Which price lists the reader wants to see.
 *
 * @param month of the lists; empty for those of the next change
 * @param present the month that runs
 */
record Selection(String market, Optional<YearMonth> month, YearMonth present) {
    static final String PREVIEW = "next";

    /** Reads an address; what it doesn't say, or says wrong, is the partner's own country and the present month. */
    static Selection read(Form form, String ownCountry, List<YearMonth> months, YearMonth present) {
        var market = form.value("market").strip().toUpperCase(Locale.ROOT);
        var month = months.stream()
                .filter(known -> known.toString().equals(form.value("month")))
                .findFirst()
                .orElse(present);
        return new Selection(
                market.matches("[A-Z]{2}") ? market : ownCountry,
                form.has("month", PREVIEW) ? Optional.empty() : Optional.of(month),
                present);
    }

    String word() {
        return month.map(YearMonth::toString).orElse(PREVIEW);
    }

    PriceSheetQuery query(PriceSheetView view) {
        if (month.isEmpty()) {
            return PriceSheetQuery.future(market, view);
        }
        return month.get().equals(present)
                ? PriceSheetQuery.current(market, view)
                : PriceSheetQuery.of(market, view, month.get());
    }

    Link export(Sheet sheet, boolean archive) {
        var link = Link.to("/pricing/export")
                .with("sheet", sheet.word())
                .with("market", market)
                .with("month", word());
        return archive ? link.with("form", "zip") : link;
    }

    /** The file's name, such as {@code licenses-JP-2026-01.csv}. */
    String fileName(Sheet sheet, boolean archive) {
        var where = sheet.view().isPresent() ? "-" + market : "";
        return sheet.word() + where + "-" + word() + (archive ? ".zip" : ".csv");
    }
}
