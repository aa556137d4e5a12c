package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oroshi.orders.CartLineResource.Participant;

/**
 * What a buyer has put into a cart.
 *
 * @param actsForResellers the provider's statement that it acts for the resellers it names; null when it said nothing
 */
record CartContent(List<CartLineResource> lines, @Nullable Boolean actsForResellers) {
    CartContent {
        lines = List.copyOf(lines);
    }

    /** The lines of a page instead, add-ons beneath their bases; what else was said stays. */
    CartContent withLines(List<NewOrderLine> others) {
        var kept = new ArrayList<CartLineResource>();
        for (var at = 0; at < others.size(); at++) {
            if (others.get(at).baseLine().isEmpty()) {
                kept.add(CartLineResource.of(kept.size(), others.get(at), addons(others, at)));
            }
        }
        return new CartContent(kept, actsForResellers);
    }

    /** Whether a line was bad when the buyer last wrote the cart, so that he heard of it. */
    boolean wasFoundBad() {
        return lines.stream()
                .anyMatch(line ->
                        line.error() != null || line.addons().stream().anyMatch(addon -> addon.error() != null));
    }

    /** The lines as they were shown to the buyer, of which their errors are kept. */
    CartContent withErrorsOf(List<CartLineResource> shown) {
        var kept = new ArrayList<CartLineResource>();
        for (var at = 0; at < lines.size(); at++) {
            kept.add(lines.get(at).withErrorsOf(shown.get(at)));
        }
        return new CartContent(kept, actsForResellers);
    }

    CartContent saying(boolean acts) {
        return new CartContent(lines, acts);
    }

    private static List<CartLineResource> addons(List<NewOrderLine> lines, int base) {
        var addons = new ArrayList<CartLineResource>();
        for (var line : lines) {
            if (line.baseLine().equals(Optional.of(base))) {
                addons.add(CartLineResource.of(addons.size(), line, List.of()));
            }
        }
        return addons;
    }

    /** Whether a line names a reseller. */
    boolean namesResellers() {
        return lines.stream()
                .anyMatch(line -> !line.participants(Participant.RESELLER).isEmpty()
                        || !line.participants(Participant.FURTHER_RESELLER).isEmpty());
    }

    /** The lines as an order takes them, each base followed by its add-ons. */
    List<NewOrderLine> orderLines() {
        var all = new ArrayList<NewOrderLine>();
        for (var line : lines) {
            var base = all.size();
            all.add(orderLine(line, Optional.empty(), line));
            line.addons().forEach(addon -> all.add(orderLine(addon, Optional.of(base), line)));
        }
        return all;
    }

    private static NewOrderLine orderLine(CartLineResource line, Optional<Integer> baseLine, CartLineResource base) {
        var particulars = line.particulars();
        return new NewOrderLine(
                line.catalogItemId() == null ? "" : line.catalogItemId(),
                line.quantity() == null ? 0 : line.quantity(),
                OrderRequest.currency(line.currencyCode()),
                WireWords.billingCycle(line.billingCycle()),
                WireWords.term(line.termDuration()),
                Optional.ofNullable(line.friendlyName()),
                base.participants(Participant.RESELLER).stream().findFirst(),
                furtherResellers(base),
                baseLine,
                particulars.context("parentSubscriptionId").map(OrderRequest::subscriptionId),
                line.seenPrice(),
                Optional.ofNullable(line.promotionId()).filter(id -> !id.isBlank()),
                Boolean.TRUE.equals(line.attestationAccepted()),
                particulars);
    }

    /** Those that are named as further ones, and whoever is named as a second first one. */
    private static List<String> furtherResellers(CartLineResource line) {
        return Stream.concat(
                        line.participants(Participant.RESELLER).stream().skip(1),
                        line.participants(Participant.FURTHER_RESELLER).stream())
                .toList();
    }
}
