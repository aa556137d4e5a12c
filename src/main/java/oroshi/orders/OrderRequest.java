package oroshi.orders;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.access.Caller;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.rest.RestRefusal;

/** Reads an order that a client places without a cart. */
final class OrderRequest {
    private OrderRequest() {}

    /** What is to be bought; refuses a request without lines, items or proper numbers. */
    static NewOrder of(OrderResource body, Caller caller, Optional<String> customerUser) {
        var lines = body.lines();
        if (lines.isEmpty()) {
            throw Refusal.because(OrderRefusal.INPUT_INVALID, "lineItems needs a line");
        }
        requireNumbers(lines);
        var currency = currency(body.currencyCode());
        return new NewOrder(
                lines.stream()
                        .sorted(Comparator.comparingInt(OrderRequest::number))
                        .map(line -> line(body.billingCycle(), line).withCurrency(currency))
                        .toList(),
                caller.name(),
                caller.userId().isPresent(),
                Boolean.TRUE.equals(body.partnerOnRecordAttestationAccepted()),
                customerUser);
    }

    static Optional<String> currency(@Nullable String code) {
        return Optional.ofNullable(code).map(String::strip).filter(given -> !given.isEmpty());
    }

    /** Lines are numbered from zero without a gap. */
    private static void requireNumbers(List<OrderLineResource> lines) {
        var seen = new HashSet<Integer>();
        for (var line : lines) {
            var number = number(line);
            if (number < 0 || number >= lines.size() || !seen.add(number)) {
                throw Refusal.because(OrderRefusal.LINE_NUMBER, number, lines.size() - 1);
            }
        }
    }

    private static int number(OrderLineResource line) {
        return line.lineItemNumber() == null ? 0 : line.lineItemNumber();
    }

    static NewOrderLine line(@Nullable String billingCycle, OrderLineResource line) {
        if (line.offerId() == null || line.offerId().isBlank()) {
            throw Refusal.because(OrderRefusal.ITEM_MISSING);
        }
        var further = WireWords.whole("additionalPartnerIdsOnRecord", line.additionalPartnerIdsOnRecord());
        return new NewOrderLine(
                line.offerId().strip(),
                line.quantity() == null ? 0 : line.quantity(),
                Optional.empty(),
                WireWords.billingCycle(billingCycle),
                WireWords.term(line.termDuration()),
                Optional.ofNullable(line.friendlyName()),
                Optional.ofNullable(line.partnerIdOnRecord()).filter(mpnId -> !mpnId.isBlank()),
                further,
                Optional.empty(),
                Optional.ofNullable(line.parentSubscriptionId())
                        .filter(id -> !id.isBlank())
                        .map(OrderRequest::subscriptionId),
                Optional.empty(),
                Optional.ofNullable(line.promotionId()).filter(id -> !id.isBlank()),
                Boolean.TRUE.equals(line.attestationAccepted()),
                line.particulars());
    }

    static SubscriptionId subscriptionId(String text) {
        return Ids.parse(text.strip())
                .map(SubscriptionId::new)
                .orElseThrow(() -> Refusal.because(RestRefusal.ID_INVALID, text));
    }
}
