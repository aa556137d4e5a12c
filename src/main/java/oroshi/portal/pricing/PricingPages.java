package oroshi.portal.pricing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.Refusal;
import oroshi.catalog.PriceSheetView;
import oroshi.catalog.PriceSheets;
import oroshi.catalog.SheetFile;
import oroshi.clock.Clocks;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.rest.RestRefusal;

/** The page where price lists, rules of purchase and exchange rates are downloaded. */
@Controller
@Needs(Permission.PRICELIST_DOWNLOAD)
class PricingPages {
    private final PriceSheets sheets;
    private final Partners partners;
    private final Markets markets;
    private final Clocks clocks;
    private final Locales locales;

    PricingPages(PriceSheets sheets, Partners partners, Markets markets, Clocks clocks, Locales locales) {
        this.sheets = sheets;
        this.partners = partners;
        this.markets = markets;
        this.clocks = clocks;
        this.locales = locales;
    }

    @GetMapping("/pricing")
    Page show(Caller caller, HttpServletRequest request) {
        var texts = locales.texts(request);
        var partner = partners.get(caller.partnerId());
        var months = sheets.months(caller);
        var selection = selection(caller, partner, Form.of(request), months);
        return Page.of(
                "pricing/list",
                "form",
                Form.empty().fill("market", selection.market()).fill("month", selection.word()),
                "markets",
                countries(partner, texts),
                "months",
                periods(caller, selection, months, texts),
                "rows",
                Arrays.stream(Sheet.values())
                        .map(sheet -> row(caller, partner, selection, sheet, texts))
                        .toList());
    }

    @GetMapping("/pricing/export")
    void export(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = Form.of(request);
        var partner = partners.get(caller.partnerId());
        var selection = selection(caller, partner, form, sheets.months(caller));
        var sheet = Sheet.find(form.value("sheet")).orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
        var archive = form.has("form", "zip");
        try (var file = file(caller, partner, selection, sheet, archive)) {
            response.setContentType(file.isArchive() ? "application/zip" : "text/csv; charset=utf-8");
            response.setContentLengthLong(file.size());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + selection.fileName(sheet, file.isArchive()) + "\"");
            file.sendTo(response.getOutputStream());
        }
    }

    private SheetFile file(Caller caller, Partner partner, Selection selection, Sheet sheet, boolean archive) {
        var month = selection.month().orElse(selection.present());
        var text = DateTimeFormatter.ofPattern("uuuuMM").format(month);
        return switch (sheet) {
            case LICENSES, SOFTWARE, MARKETPLACE, CONSUMPTION, RESERVATIONS ->
                sheets.priceSheet(caller, selection.query(sheet.view().orElseThrow()), archive);
            case LEGACY -> sheets.legacyPriceList(caller, partner.currency().getCode(), month, archive);
            case MATRIX -> sheets.offerMatrix(caller, text, archive);
            case RATES -> sheets.exchangeRates(caller, text, archive);
        };
    }

    private SheetRow row(Caller caller, Partner partner, Selection selection, Sheet sheet, Texts texts) {
        var there = sheet.view().isEmpty()
                ? selection.month().isPresent()
                : sheets.has(caller, selection.query(sheet.view().orElseThrow()));
        return new SheetRow(
                texts.text("pricing.sheet." + sheet),
                texts.text(
                        "pricing.about." + sheet, "currency", partner.currency().getCode()),
                there ? selection.export(sheet, false) : null,
                there ? selection.export(sheet, true) : null);
    }

    private Selection selection(Caller caller, Partner partner, Form form, List<YearMonth> months) {
        var present = YearMonth.from(clocks.of(caller.partnerId()).instant().atOffset(ZoneOffset.UTC));
        return Selection.read(form, partner.country(), months, present);
    }

    /** Where the partner sells; its own country in a cloud that takes no new customers. */
    private List<Choice> countries(Partner partner, Texts texts) {
        var locale = texts.language().locale();
        var sold = markets.countriesOf(partner);
        return (sold.isEmpty() ? markets.findCountry(partner.country()).stream() : sold.stream())
                .map(country -> Choice.of(country.code(), country.nameIn(locale)))
                .toList();
    }

    private List<Choice> periods(Caller caller, Selection selection, List<YearMonth> months, Texts texts) {
        var next = sheets.findNextChange(caller, selection.market(), PriceSheetView.LICENSES).stream()
                .map(at -> Choice.of(
                        Selection.PREVIEW,
                        texts.text(
                                "pricing.from",
                                "date",
                                texts.formats().date(at.atOffset(ZoneOffset.UTC).toLocalDate()))));
        var present = Stream.of(selection.present())
                .map(month -> Choice.of(month.toString(), texts.text("pricing.present", "month", month.toString())));
        var past = months.stream()
                .filter(month -> month.isBefore(selection.present()))
                .map(month -> Choice.of(month.toString(), month.toString()));
        return Stream.of(present, next, past).flatMap(choices -> choices).toList();
    }
}
