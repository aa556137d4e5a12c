package oroshi.previews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import oroshi.orders.OrderLine;
import oroshi.orders.PurchaseForecast;
import oroshi.previews.Preview.Charges;
import oroshi.previews.Preview.Line;
import oroshi.previews.Preview.Renewal;
import oroshi.previews.Preview.Sum;
import oroshi.subscriptions.ChargeFact;
import oroshi.subscriptions.ChargeReason;
import oroshi.subscriptions.Forecast;
import oroshi.subscriptions.Subscription;

/** Puts forecasts into words. */
public final class Previews {
    private final PreviewWords words;

    private Previews(Locale reader) {
        this.words = PreviewWords.in(reader);
    }

    /** For readers of the language: Japanese, or English for everybody else. */
    public static Previews in(Locale reader) {
        return new Previews(reader);
    }

    /** The forecast of a change of one subscription. */
    public Preview of(Forecast forecast) {
        var subscription = forecast.subscription();
        return new Preview(
                charges(subscription, forecast.now()),
                charges(subscription, forecast.rest()),
                renewals(forecast).toList());
    }

    /** The forecasts of a change of several subscriptions. */
    public Preview of(List<Forecast> forecasts) {
        return new Preview(
                charges(forecasts, Forecast::now), charges(forecasts, Forecast::rest), renewals(forecasts.stream()));
    }

    /** The forecast of a purchase. */
    public Preview of(PurchaseForecast purchase) {
        var now = new ArrayList<Line>();
        var rest = new ArrayList<Line>();
        for (var line : purchase.lines()) {
            line.forecast()
                    .ifPresentOrElse(
                            forecast -> {
                                now.addAll(lines(forecast.subscription(), forecast.now()));
                                rest.addAll(lines(forecast.subscription(), forecast.rest()));
                            },
                            () -> now.add(once(line.line(), purchase.on())));
        }
        var forecasts = purchase.lines().stream().flatMap(line -> line.forecast().stream());
        return new Preview(new Charges(now), new Charges(rest), renewals(forecasts));
    }

    private Charges charges(List<Forecast> forecasts, Function<Forecast, List<ChargeFact>> facts) {
        return new Charges(forecasts.stream()
                .flatMap(forecast -> lines(forecast.subscription(), facts.apply(forecast)).stream())
                .toList());
    }

    private List<Renewal> renewals(Stream<Forecast> forecasts) {
        return forecasts
                .flatMap(this::renewals)
                .sorted(Comparator.comparing(Renewal::on))
                .toList();
    }

    private Stream<Renewal> renewals(Forecast forecast) {
        return forecast.renewals().stream().map(renewal -> {
            var subscription = renewal.subscription();
            var isConverted = renewal.first().stream().anyMatch(fact -> fact.reason() == ChargeReason.CONVERT);
            return new Renewal(
                    renewal.on(),
                    subscription.name(words.language()),
                    subscription,
                    words.outcome(subscription.status(), isConverted),
                    charges(subscription, renewal.first()),
                    charges(subscription, renewal.rest()));
        });
    }

    private Charges charges(Subscription subscription, List<ChargeFact> facts) {
        return new Charges(lines(subscription, facts));
    }

    /** Charges of the same amount that follow each other make one line. */
    private List<Line> lines(Subscription subscription, List<ChargeFact> facts) {
        var lines = new ArrayList<Line>();
        var at = 0;
        while (at < facts.size()) {
            var first = sum(facts.get(at), subscription);
            var next = at + 1;
            while (next < facts.size() && goesOn(facts.get(at), facts.get(next), subscription)) {
                next++;
            }
            var sum = first.until(facts.get(next - 1).to());
            lines.add(line(subscription, facts.get(at).reason(), sum, next - at));
            at = next;
        }
        return lines;
    }

    private static boolean goesOn(ChargeFact first, ChargeFact other, Subscription subscription) {
        return first.reason() == ChargeReason.CYCLE
                && other.reason() == ChargeReason.CYCLE
                && sum(first, subscription).isLike(sum(other, subscription));
    }

    private Line line(Subscription subscription, ChargeReason reason, Sum sum, int times) {
        var isClassic = subscription.item().isLegacy();
        return new Line(
                Optional.of(subscription.id()),
                subscription.name(words.language()),
                reason,
                words.title(reason, sum),
                words.calculation(sum, times, sum.amount().multipliedBy(times), isClassic),
                sum,
                times);
    }

    private static Sum sum(ChargeFact fact, Subscription subscription) {
        return new Sum(
                fact.quantity(),
                fact.unitPrice(),
                fact.effectiveUnitPrice(subscription.item().isLegacy()),
                fact.cycleDays(),
                fact.days(),
                fact.from(),
                fact.to(),
                fact.amount());
    }

    /** What is bought once and for all is charged once. */
    private Line once(OrderLine line, LocalDate today) {
        var sum = new Sum(
                line.quantity(),
                line.unitPrice(),
                line.unitPrice().getAmount(),
                0,
                0,
                today,
                Optional.empty(),
                line.total());
        return new Line(
                Optional.empty(),
                line.title().in(words.language()),
                ChargeReason.NEW,
                words.title(ChargeReason.NEW, sum),
                words.calculation(sum, 1, line.total(), false),
                sum,
                1);
    }
}
