package oroshi.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.Cloud;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;

/** The price list of a cloud as files that partners download: prices, exchange rates and the rules of purchase. */
@Service
@Transactional(readOnly = true)
public class PriceSheets {
    /** Files of earlier months were never zipped. */
    private static final YearMonth FIRST_ZIPPED = YearMonth.of(2020, 4);

    /** How long before its day a change can be seen. */
    private static final Duration PREVIEW = Duration.ofDays(30);

    private final PriceListTable lists;
    private final PriceSheetTable sheets;
    private final LegacySheetTable legacy;
    private final ExchangeRateTable rates;
    private final Clocks clocks;

    PriceSheets(
            PriceListTable lists,
            PriceSheetTable sheets,
            LegacySheetTable legacy,
            ExchangeRateTable rates,
            Clocks clocks) {
        this.lists = lists;
        this.sheets = sheets;
        this.legacy = legacy;
        this.rates = rates;
        this.clocks = clocks;
    }

    /**
     * The prices of a market. A month of the past shows what held on any of its days by the list of its last day, the
     * present what holds from now to the end of the month, and the future what holds from the next change on.
     *
     * @param zipped whether the caller takes an archive
     */
    public SheetFile priceSheet(Caller caller, PriceSheetQuery query, boolean zipped) {
        var section = section(caller, query).orElseThrow(() -> Refusal.because(CatalogRefusal.SHEET_UNKNOWN));
        var columns = query.view().layout().columns(query.timeline() == Timeline.FUTURE);
        return SheetFile.of("sheets.csv", zipped && !isEarly(YearMonth.from(utc(section.from()))), csv -> {
            csv.writeRecord(columns.stream().map(SheetLayout.Column::heading).toArray(String[]::new));
            var written = new boolean[1];
            sheets.read(section, row -> {
                csv.writeRecord(
                        columns.stream().map(column -> column.text().apply(row)).toArray(String[]::new));
                written[0] = true;
            });
            if (!written[0]) {
                throw Refusal.because(CatalogRefusal.SHEET_UNKNOWN);
            }
        });
    }

    /** The rates of a month; an empty text means the present one. */
    public SheetFile exchangeRates(Caller caller, String month, boolean zipped) {
        var now = now(caller);
        var asked = month(month, now);
        var found = asked.map(known -> rates.list(caller.cloud(), PriceSheetQuery.text(known), now))
                .filter(list -> !list.isEmpty())
                .orElseThrow(() -> Refusal.because(CatalogRefusal.RATES_UNKNOWN, month));
        return SheetFile.of("fxrates.csv", zipped && !isEarly(asked.orElseThrow()), csv -> {
            csv.writeRecord("CurrencyCode", "USDPerUnit", "Month");
            found.forEach(
                    rate -> csv.writeRecord(rate.currency(), rate.usdPerUnit().toPlainString(), rate.month()));
        });
    }

    /** The rules of purchase on the last day of a month; an empty text means today. */
    public SheetFile offerMatrix(Caller caller, String month, boolean zipped) {
        var now = now(caller);
        var asked = month(month, now);
        var found = asked.flatMap(known -> listOf(caller.cloud(), known, now))
                .map(list -> sheets.listRules(list.id()))
                .filter(rules -> !rules.isEmpty())
                .orElseThrow(() -> Refusal.because(CatalogRefusal.MATRIX_UNKNOWN, month));
        return SheetFile.of("updatedoffice.csv", zipped && !isEarly(asked.orElseThrow()), csv -> {
            OfferMatrix.writeHeader(csv);
            found.forEach(rule -> OfferMatrix.write(csv, rule));
        });
    }

    /**
     * The prices of classic offers in a currency at the end of a month, or now, with what changed since the list before.
     *
     * @param zipped whether the caller takes an archive
     */
    public SheetFile legacyPriceList(Caller caller, String currency, YearMonth month, boolean zipped) {
        var now = now(caller);
        var last = end(month).minusNanos(1_000);
        var at = last.isAfter(now) ? now : last;
        var rows = listOf(caller.cloud(), month, now)
                .map(list -> legacy.list(list.id(), before(list), currency, at))
                .orElse(List.of());
        if (rows.isEmpty()) {
            throw Refusal.because(CatalogRefusal.SHEET_UNKNOWN);
        }
        return SheetFile.of("sheets.csv", zipped, csv -> {
            LegacySheet.writeHeader(csv);
            rows.forEach(row -> LegacySheet.write(csv, row));
        });
    }

    private UUID before(PriceList list) {
        return lists.findInForce(list.cloud(), list.effectiveFrom().minusMillis(1))
                .map(PriceList::id)
                .orElse(new UUID(0, 0));
    }

    /** Whether there is a sheet. */
    public boolean has(Caller caller, PriceSheetQuery query) {
        return section(caller, query).filter(sheets::hasRows).isPresent();
    }

    /** The months for which there are price sheets, the latest first; at most two years. */
    public List<YearMonth> months(Caller caller) {
        var now = now(caller);
        var first = lists.findFirst(caller.cloud()).filter(from -> !from.isAfter(now));
        var latest = YearMonth.from(utc(now));
        return first.map(from -> Stream.iterate(latest, month -> month.minusMonths(1))
                        .takeWhile(month -> !month.isBefore(YearMonth.from(utc(from))))
                        .limit(24)
                        .toList())
                .orElse(List.of());
    }

    /** When the sheet of the next change begins; empty while none is announced. */
    public Optional<Instant> findNextChange(Caller caller, String market, PriceSheetView view) {
        return section(caller, PriceSheetQuery.future(market, view)).map(PriceSheetTable.Section::from);
    }

    private Optional<PriceSheetTable.Section> section(Caller caller, PriceSheetQuery query) {
        var now = now(caller);
        return switch (query.timeline()) {
            case CURRENT -> {
                var end = end(YearMonth.from(utc(now)));
                yield lists.findInForce(caller.cloud(), now).map(list -> section(list.id(), query, now, end));
            }
            case HISTORY -> {
                var month = query.month().orElseThrow();
                yield listOf(caller.cloud(), month, now)
                        .map(list -> section(list.id(), query, begin(month), end(month)));
            }
            case FUTURE -> query.view().hasPreview() ? preview(caller.cloud(), query, now) : Optional.empty();
        };
    }

    /** What holds from the next list on, or from the next price of the list in force, whichever comes first. */
    private Optional<PriceSheetTable.Section> preview(Cloud cloud, PriceSheetQuery query, Instant now) {
        var next =
                lists.findNext(cloud, now).filter(list -> !list.effectiveFrom().isAfter(now.plus(PREVIEW)));
        var present = lists.findInForce(cloud, now);
        var last = next.map(PriceList::effectiveFrom).orElse(now.plus(PREVIEW));
        var change = present.flatMap(list -> sheets.findFirstChange(section(list.id(), query, now, last)))
                .filter(at -> next.isEmpty() || at.isBefore(last));
        return change.map(at -> section(present.orElseThrow().id(), query, at, end(YearMonth.from(utc(at)))))
                .or(() -> next.map(list -> section(
                        list.id(), query, list.effectiveFrom(), end(YearMonth.from(utc(list.effectiveFrom()))))));
    }

    private Optional<PriceList> listOf(Cloud cloud, YearMonth month, Instant now) {
        if (month.isAfter(YearMonth.from(utc(now)))) {
            return Optional.empty();
        }
        var last = end(month).minusNanos(1);
        return lists.findInForce(cloud, last.isAfter(now) ? now : last);
    }

    private static PriceSheetTable.Section section(UUID list, PriceSheetQuery query, Instant from, Instant until) {
        return new PriceSheetTable.Section(list, query.market(), query.view().kinds(), from, until);
    }

    private static Optional<YearMonth> month(String text, Instant now) {
        return text.isBlank() ? Optional.of(YearMonth.from(utc(now))) : PriceSheetQuery.month(text.strip());
    }

    private static boolean isEarly(YearMonth month) {
        return month.isBefore(FIRST_ZIPPED);
    }

    private Instant now(Caller caller) {
        return clocks.of(caller.partnerId()).instant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }
}
