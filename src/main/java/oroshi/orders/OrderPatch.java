package oroshi.orders;

import static oroshi.orders.OrderRefusal.INPUT_INVALID;
import static oroshi.orders.OrderRefusal.LINE_NUMBER;

import java.util.HashSet;
import java.util.List;
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
                .orElseGet(Nothing::new);
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

    private static int number(OrderLineResource line, Order order) {
        var number = line.lineItemNumber() == null ? 0 : line.lineItemNumber();
        if (number < 0 || number >= order.lines().size()) {
            throw Refusal.because(LINE_NUMBER, number, order.lines().size() - 1);
        }
        var item = order.lines().get(number).itemId();
        var isOther = Optional.ofNullable(line.offerId())
                .filter(named -> !named.isBlank() && !named.strip().equalsIgnoreCase(item))
                .isPresent();
        if (isOther) {
            throw Refusal.because(INPUT_INVALID, "line " + number + " is not for " + line.offerId());
        }
        return number;
    }
}
