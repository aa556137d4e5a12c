package oroshi.portal.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oroshi.orders.Attachment;
import oroshi.orders.OrderLine;

/**
 * The page of an order.
 *
 * @param path where the order is
 * @param cancellableUntil until when the visitor can take it back; empty when that is not for him, or too late
 * @param handlesPapers whether the visitor reads and hands in papers
 * @param activations where the customer activates what a line brought, by the number of the line
 */
public record OrderView(
        OrderRow row,
        String path,
        Optional<Instant> cancellableUntil,
        boolean handlesPapers,
        List<Attachment> papers,
        Map<Integer, String> activations) {
    public OrderView {
        papers = List.copyOf(papers);
        activations = Map.copyOf(activations);
    }

    public Optional<String> activation(OrderLine line) {
        return Optional.ofNullable(activations.get(line.number()));
    }
}
