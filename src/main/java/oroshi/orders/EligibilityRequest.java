package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.EnumWord;

/** Purchases of which somebody asks whether they would get a promotion. What arrives may lack any member. */
record EligibilityRequest(@Nullable List<Item> items) {
    /**
     * One purchase.
     *
     * @param id a number, also as text; the position in the list when it is missing
     */
    record Item(
            @Nullable Object id,
            @Nullable String catalogItemId,
            @Nullable Integer quantity,
            @Nullable String termDuration,
            @EnumWord @Nullable String billingCycle,
            @Nullable String promotionId) {
        Wish toWish(int position) {
            return new Wish(
                    number(position),
                    text(catalogItemId, "catalogItemId"),
                    seats(),
                    WireWords.term(text(termDuration, "termDuration")).orElse(Term.UNLIMITED),
                    WireWords.billingCycle(text(billingCycle, "billingCycle")).orElse(BillingCycle.NONE),
                    Optional.ofNullable(promotionId).map(String::strip).filter(named -> !named.isEmpty()));
        }

        private int number(int position) {
            if (id == null) {
                return position;
            }
            try {
                return Integer.parseInt(id.toString().strip());
            } catch (NumberFormatException noNumber) {
                throw invalid("id " + id + " is no number");
            }
        }

        private int seats() {
            if (quantity == null || quantity < 1) {
                throw invalid("quantity has to be at least 1");
            }
            return quantity;
        }

        private static String text(@Nullable String value, String member) {
            if (value == null || value.isBlank()) {
                throw invalid(member + " is missing");
            }
            return value.strip();
        }
    }

    /** A purchase that could be read. */
    record Wish(
            int id, String itemId, int quantity, Term term, BillingCycle billingCycle, Optional<String> promotionId) {}

    /** The purchases; refuses a request without any, or one that cannot be read. */
    List<Wish> wishes() {
        var given = WireWords.whole("items", items);
        if (given.isEmpty()) {
            throw invalid("items needs an item");
        }
        return IntStream.range(0, given.size())
                .mapToObj(position -> given.get(position).toWish(position))
                .toList();
    }

    private static Refusal invalid(String what) {
        return Refusal.because(OrderRefusal.INPUT_INVALID, what);
    }
}
