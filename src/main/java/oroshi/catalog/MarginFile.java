package oroshi.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Margins as the published file has them: 24 quoted columns without a header. What the columns of prices mean is published
 * nowhere; a margin with prices of its own has a line for each of them here.
 */
final class MarginFile {
    private static final int PRICE_COLUMNS = 8;

    private MarginFile() {}

    static void write(List<Margin> margins, String country, OutputStream target) throws IOException {
        try (var csv = SheetFile.csv(target)) {
            margins.stream().filter(margin -> margin.holdsIn(country)).forEach(margin -> prices(margin, country)
                    .forEach(price -> csv.writeRecord(line(margin, country, price))));
        }
    }

    private static List<String> line(Margin margin, String country, List<String> price) {
        var line = new ArrayList<>(List.of(
                margin.id(),
                country,
                margin.type().wire(),
                margin.publisherName(),
                margin.productId(),
                margin.productTitle(),
                margin.skuId(),
                margin.skuTitle(),
                margin.productType(),
                "",
                "",
                margin.percentage() == null ? "" : SheetLayout.amount(margin.percentage())));
        line.addAll(price);
        line.addAll(Collections.nCopies(PRICE_COLUMNS - price.size(), ""));
        line.addAll(List.of(
                moment(margin.startsAt()), moment(margin.endsAt()), margin.status(), moment(margin.statusAt())));
        return line;
    }

    /** Of each price: model, term or meter, unit, currency, amount and times; one without any for a percentage. */
    private static List<List<String>> prices(Margin margin, String country) {
        var prices = margin.prices();
        if (prices == null) {
            return List.of(List.of());
        }
        var model = text(prices.pricingModel());
        var terms = each(prices.purchase()).flatMap(term -> each(term.marketSetPrices())
                .filter(price -> isFor(price, country))
                .map(price -> List.of(
                        model,
                        text(term.termDuration()),
                        "",
                        text(price.currency()),
                        amount(price),
                        moment(term.startDate()),
                        moment(term.endDate()))));
        var meters = each(prices.consumption()).flatMap(meter -> each(meter.marketSetPrices())
                .filter(price -> isFor(price, country))
                .map(price -> List.of(
                        model,
                        text(meter.meterType()),
                        text(meter.unitofMeasure()),
                        text(price.currency()),
                        amount(price),
                        moment(meter.startDate()),
                        moment(meter.endDate()))));
        return Stream.concat(terms, meters).toList();
    }

    private static boolean isFor(PriceConfiguration.MarketPrice price, String country) {
        var markets = price.markets();
        return markets == null || markets.stream().anyMatch(country::equalsIgnoreCase);
    }

    private static String amount(PriceConfiguration.MarketPrice price) {
        var amount = price.customPrice();
        return amount == null ? "" : SheetLayout.amount(amount);
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : SheetTimes.MONTH_FIRST.start(at);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> Stream<T> each(@Nullable List<T> all) {
        return all == null ? Stream.empty() : all.stream();
    }
}
