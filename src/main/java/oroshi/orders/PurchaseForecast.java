package oroshi.orders;

import java.util.List;
import java.util.Optional;
import oroshi.subscriptions.Forecast;

/** What a purchase would come to, line by line. */
public record PurchaseForecast(List<Line> lines) {
    /** Nothing is bought. */
    static final PurchaseForecast NOTHING = new PurchaseForecast(List.of());

    public PurchaseForecast {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the order that would be placed.
     *
     * @param forecast what the subscription would come to; empty for what is bought once and for all
     */
    public record Line(OrderLine line, Optional<Forecast> forecast) {}
}
