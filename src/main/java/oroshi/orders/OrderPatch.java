package oroshi.orders;

import static oroshi.orders.OrderRefusal.INPUT_INVALID;
import static oroshi.orders.OrderRefusal.LINE_NUMBER;
import static oroshi.orders.OrderRefusal.QUANTITY_OF_ORDER;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;

/** One request, three meanings: what it asks for is told from what it says. */
sealed interface OrderPatch {
    /** Take lines back. */
    record Cancel(Set<Integer> numbers) implements OrderPatch {}

    /** Buy classic add-ons for what the order brought. */
    record AddOns(List<NewOrderLine> lines, boolean actsForResellers) implements OrderPatch {}

    /** Charge a classic order in another cycle. */
    record Cycle(BillingCycle cycle, Set<SubscriptionId> named) implements OrderPatch {}

    /** The order as it is, sent back. */
    record Nothing() implements OrderPatch {}

    /** What the body wants of the order; refuses what cannot be read. */
    static OrderPatch of(OrderResource body, Order order) {
        requireCustomer(body.referenceCustomerId(), order.customerId());
        if (body.status() != null && body.status().strip().equalsIgnoreCase(OrderStatus.CANCELLED.wire())) {
            return new Cancel(numbers(body.lines(), order));
        }
        var addOns = body.lines().stream().filter(OrderPatch::isNew).toList();
        if (!addOns.isEmpty()) {
            return addOns(body, addOns);
        }
        return WireWords.billingCycle(body.billingCycle())
                .filter(cycle -> cycle != order.billingCycle())
                .<OrderPatch>map(cycle -> new Cycle(cycle, named(body.lines())))
                .orElseGet(() -> nothing(body.lines(), order));
    }

    /** Lines that come back as they were read; how many of something there are is not changed here. */
    private static Nothing nothing(List<OrderLineResource> lines, Order order) {
        for (var line : lines) {
            var number = line.lineItemNumber();
            if (line.quantity() != null
                    && number != null
                    && number >= 0
                    && number < order.lines().size()) {
                requireQuantity(line.quantity(), order.lines().get(number));
            }
        }
        return new Nothing();
    }

    private static void requireQuantity(int quantity, OrderLine line) {
        if (quantity != line.remaining()) {
            throw Refusal.because(QUANTITY_OF_ORDER, line.friendlyName());
        }
    }

    private static void requireCustomer(@Nullable String named, CustomerId customer) {
        if (named != null && !named.isBlank() && !named.strip().equalsIgnoreCase(customer.toString())) {
            throw Refusal.because(INPUT_INVALID, "referenceCustomerId is not the customer of the order");
        }
    }

    /** Lines of the order, as read, name the subscription that came of them. */
    private static boolean isNew(OrderLineResource line) {
        return isGiven(line.parentSubscriptionId()) && !isGiven(line.subscriptionId());
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static AddOns addOns(OrderResource body, List<OrderLineResource> lines) {
        if (!isGiven(body.referenceCustomerId())) {
            throw Refusal.because(INPUT_INVALID, "referenceCustomerId is needed with add-ons");
        }
        var currency = OrderRequest.currency(body.currencyCode());
        var asked = lines.stream()
                .map(line -> OrderRequest.line(body.billingCycle(), line).withCurrency(currency))
                .toList();
        return new AddOns(asked, Boolean.TRUE.equals(body.partnerOnRecordAttestationAccepted()));
    }

    private static Set<SubscriptionId> named(List<OrderLineResource> lines) {
        return lines.stream()
                .map(OrderLineResource::subscriptionId)
                .flatMap(id -> Optional.ofNullable(id).filter(text -> !text.isBlank()).stream())
                .map(OrderRequest::subscriptionId)
                .collect(Collectors.toSet());
    }

    /** The numbers of the lines that are named; of all when none is. */
    private static Set<Integer> numbers(List<OrderLineResource> named, Order order) {
        if (named.isEmpty()) {
            return IntStream.range(0, order.lines().size()).boxed().collect(Collectors.toSet());
        }
        var numbers = new HashSet<Integer>();
        for (var line : named) {
            numbers.add(number(line, order));
        }
        return numbers;
    }

    /** By its whole id, or without the availability. */
    private static boolean isNamed(String item, String name) {
        return item.equalsIgnoreCase(name)
                || item.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    private static int number(OrderLineResource line, Order order) {
        var number = line.lineItemNumber() == null ? 0 : line.lineItemNumber();
        if (number < 0 || number >= order.lines().size()) {
            throw Refusal.because(LINE_NUMBER, number, order.lines().size() - 1);
        }
        var item = order.lines().get(number).itemId();
        var isOther = Optional.ofNullable(line.offerId())
                .map(String::strip)
                .filter(named -> !named.isEmpty() && !isNamed(item, named))
                .isPresent();
        if (isOther) {
            throw Refusal.because(INPUT_INVALID, "line " + number + " is not for " + line.offerId());
        }
        return number;
    }
}
