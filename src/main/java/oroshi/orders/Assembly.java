package oroshi.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oroshi.basics.OrderId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Promotion;
import oroshi.subscriptions.NewSubscription;
import oroshi.subscriptions.ShortenedTerm;
import oroshi.subscriptions.SubscribedItem;

/**
 * Priced lines turned into orders, one for each group, and into the subscriptions that they leave behind.
 *
 * @param subscriptions the bases before their add-ons
 */
record Assembly(List<Order> orders, List<NewSubscription> subscriptions) {
    static Assembly of(Deal deal, NewOrder request, List<PricedLine> lines) {
        return new Assembler(deal, request, lines).assemble();
    }

    /** The lines as further ones of an order: it comes back with nothing but them. */
    static Assembly appended(Order order, Deal deal, NewOrder request, List<PricedLine> lines) {
        return new Assembler(deal, request, lines).append(order);
    }

    private static final class Assembler {
        private final Deal deal;
        private final NewOrder request;
        private final List<PricedLine> lines;
        private final Map<Integer, SubscriptionId> ids = new HashMap<>();
        private final List<NewSubscription> subscriptions = new ArrayList<>();

        Assembler(Deal deal, NewOrder request, List<PricedLine> lines) {
            this.deal = deal;
            this.request = request;
            this.lines = lines;
        }

        Assembly append(Order order) {
            name();
            var added = new ArrayList<OrderLine>();
            for (var line : lines) {
                added.add(orderLine(order.lines().size() + added.size(), line));
                subscription(order.id(), order.number(), line);
            }
            return new Assembly(List.of(order.withLines(added)), List.copyOf(subscriptions));
        }

        private void name() {
            lines.stream()
                    .filter(Assembler::leavesSubscription)
                    .forEach(line -> ids.put(line.position(), SubscriptionId.next()));
        }

        Assembly assemble() {
            name();
            var groups = new LinkedHashMap<String, List<PricedLine>>();
            lines.forEach(line -> groups.computeIfAbsent(line.group(), group -> new ArrayList<>())
                    .add(line));
            var orders = groups.values().stream().map(this::order).toList();
            subscriptions.sort(
                    Comparator.comparing(subscription -> subscription.parent().isPresent()));
            return new Assembly(orders, List.copyOf(subscriptions));
        }

        /** Software that is bought once and for all is keys and downloads; everything else runs. */
        private static boolean leavesSubscription(PricedLine line) {
            return line.item().kind() != ItemKind.SOFTWARE
                    || !line.plan().term().isUnlimited();
        }

        private Order order(List<PricedLine> group) {
            var first = group.getFirst();
            var id = OrderId.next();
            var isLegacy = first.item().isLegacy();
            var number = isLegacy ? id.toString() : OrderNumber.of(id);
            var orderLines = new ArrayList<OrderLine>();
            for (var line : group) {
                orderLines.add(orderLine(orderLines.size(), line));
                subscription(id, number, line);
            }
            return new Order(
                    id,
                    number,
                    deal.partner().id(),
                    deal.buyer().id(),
                    first.group(),
                    first.plan().billingCycle(),
                    first.item().currency(),
                    deal.buyer().country(),
                    isLegacy,
                    orderLines,
                    deal.at(),
                    request.placedBy(),
                    request.customerUser(),
                    OrderStatus.of(orderLines),
                    1);
        }

        private OrderLine orderLine(int number, PricedLine line) {
            var subscriptionId = Optional.ofNullable(ids.get(line.position()));
            return new OrderLine(
                    number,
                    line.item().id(),
                    line.item().title(),
                    friendlyName(line),
                    line.quantity(),
                    line.plan().term(),
                    line.price(),
                    subscriptionId,
                    parent(line),
                    reseller(line),
                    line.asked().additionalResellers(),
                    promotionId(line),
                    line.asked().attested(),
                    line.asked().particulars(),
                    subscriptionId.isPresent() ? LineState.SETTING_UP : PaperRule.stateOf(deal, line));
        }

        private void subscription(OrderId orderId, String number, PricedLine line) {
            var id = ids.get(line.position());
            if (id == null) {
                return;
            }
            subscriptions.add(new NewSubscription(
                    id,
                    deal.buyer().id(),
                    orderId,
                    number,
                    deal.buyer().country(),
                    SubscribedItem.of(line.item()),
                    friendlyName(line),
                    line.quantity(),
                    line.plan().term(),
                    line.plan().billingCycle(),
                    line.unitPrice(),
                    parent(line),
                    reseller(line),
                    promotionId(line),
                    line.shortened().map(ShortenedTerm::lastDay),
                    line.asked().particulars().renewsTo(),
                    Anchors.benefit(line, anchorOf(line))));
        }

        /** What the same order brings for a reservation to hang on. */
        private Optional<SubscriptionId> anchorOf(PricedLine line) {
            return lines.stream()
                    .filter(other -> other.item().kind() == ItemKind.USAGE)
                    .filter(other ->
                            line.item().isSatisfiedBy(Set.of(other.item().key())))
                    .findFirst()
                    .flatMap(other -> Optional.ofNullable(ids.get(other.position())));
        }

        private Optional<SubscriptionId> parent(PricedLine line) {
            return line.parent().or(() -> line.baseLine().map(ids::get));
        }

        private static Optional<String> promotionId(PricedLine line) {
            return line.promotion().map(Promotion::id);
        }

        private Optional<String> reseller(PricedLine line) {
            var named = line.asked().resellerMpnId();
            return line.item().kind() == ItemKind.SAVINGS_PLAN
                    ? named
                    : named.or(() -> deal.buyer().resellerMpnId());
        }

        private static String friendlyName(PricedLine line) {
            return line.asked()
                    .friendlyName()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .orElseGet(() -> line.item().title().english());
        }
    }
}
