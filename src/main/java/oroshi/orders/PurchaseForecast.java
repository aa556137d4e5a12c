package oroshi.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import oroshi.subscriptions.Forecast;

/** What a purchase on a day would come to, line by line. */
public record PurchaseForecast(LocalDate on, List<Line> lines) {
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
