package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The prices at which the lines of a cart were ordered, whatever the catalog says today. */
final class AgreedPrices implements Function<PricedLine, LinePrice> {
    private final List<OrderLine> left;

    AgreedPrices(List<Order> placed) {
        left = new ArrayList<>(
                placed.stream().flatMap(order -> order.lines().stream()).toList());
    }

    @Override
    public LinePrice apply(PricedLine line) {
        var ordered = left.stream()
                .filter(one -> one.itemId().equals(line.item().id())
                        && one.quantity() == line.quantity()
                        && one.term().equals(line.plan().term()))
                .findFirst();
        ordered.ifPresent(left::remove);
        return ordered.map(OrderLine::price).orElseGet(line::price);
    }
}
