package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;

/**
 * One thing to buy.
 *
 * @param itemId the offer id, or {@code productId:skuId:availabilityId}
 * @param currency code of the partner's currency, which is also meant when empty, or of that of the customer's market
 * @param billingCycle empty for the item's own first choice
 * @param term empty for the item's first choice with that cycle
 * @param friendlyName nickname of the subscription; the item's title when empty
 * @param resellerMpnId the indirect reseller of record; the customer's reseller when empty
 * @param additionalResellers up to five more resellers of record, where the law of the market has them
 * @param baseLine position of the line in the same order that a classic add-on belongs to
 * @param parent the owned subscription that a classic add-on belongs to
 * @param shownPrice the list price of a unit that the buyer saw; the order is refused when it is another one now
 * @param attested whether the partner made the statement that the item asks for
 * @param particulars what only some items need
 */
public record NewOrderLine(
        String itemId,
        int quantity,
        Optional<String> currency,
        Optional<BillingCycle> billingCycle,
        Optional<Term> term,
        Optional<String> friendlyName,
        Optional<String> resellerMpnId,
        List<String> additionalResellers,
        Optional<Integer> baseLine,
        Optional<SubscriptionId> parent,
        Optional<Money> shownPrice,
        Optional<String> promotionId,
        boolean attested,
        Particulars particulars) {
    public NewOrderLine {
        additionalResellers = List.copyOf(additionalResellers);
    }

    /** So many units, charged in the cycle, everything else as proposed. */
    public static NewOrderLine of(String itemId, int quantity, BillingCycle billingCycle) {
        return anyOf(itemId).with(copy -> {
            copy.quantity = quantity;
            copy.billingCycle = Optional.of(billingCycle);
        });
    }

    /** One unit with everything as the catalog proposes it. */
    static NewOrderLine anyOf(String itemId) {
        return new NewOrderLine(
                itemId,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Particulars.NONE);
    }

    /** The resellers that the line names itself. */
    List<String> resellers() {
        return Stream.concat(resellerMpnId.stream(), additionalResellers.stream())
                .toList();
    }

    /** The line for another term and in another cycle, whose price nobody has seen yet. */
    public NewOrderLine withPlan(Plan plan) {
        if (term.equals(Optional.of(plan.term())) && billingCycle.equals(Optional.of(plan.billingCycle()))) {
            return this;
        }
        return with(copy -> {
            copy.term = Optional.of(plan.term());
            copy.billingCycle = Optional.of(plan.billingCycle());
            copy.shownPrice = Optional.empty();
        });
    }

    public NewOrderLine withTerm(Term chosen) {
        return with(copy -> copy.term = Optional.of(chosen));
    }

    public NewOrderLine withFriendlyName(String nickname) {
        return with(copy -> copy.friendlyName = Optional.of(nickname));
    }

    public NewOrderLine withReseller(String mpnId) {
        return with(copy -> copy.resellerMpnId = Optional.of(mpnId));
    }

    public NewOrderLine withBaseLine(int line) {
        return with(copy -> copy.baseLine = Optional.of(line));
    }

    public NewOrderLine withShownPrice(Money unitPrice) {
        return with(copy -> copy.shownPrice = Optional.of(unitPrice));
    }

    public NewOrderLine withPromotion(String id) {
        return with(copy -> copy.promotionId = Optional.of(id));
    }

    /** The line with the statement that the item asks for. */
    public NewOrderLine withAttestation() {
        return withAttestation(true);
    }

    /** The line with or without the statement that the item asks for. */
    public NewOrderLine withAttestation(boolean made) {
        return with(copy -> copy.attested = made);
    }

    /** The line with these resellers beside the one of record. */
    public NewOrderLine withFurtherResellers(List<String> mpnIds) {
        return with(copy -> copy.additionalResellers = List.copyOf(mpnIds));
    }

    public NewOrderLine withParticulars(Particulars others) {
        return with(copy -> copy.particulars = others);
    }

    public NewOrderLine withQuantity(int units) {
        return with(copy -> copy.quantity = units);
    }

    /** The line charged in another cycle, whose price nobody has seen yet. */
    public NewOrderLine withBillingCycle(Optional<BillingCycle> cycle) {
        if (billingCycle.equals(cycle)) {
            return this;
        }
        return with(copy -> {
            copy.billingCycle = cycle;
            copy.shownPrice = Optional.empty();
        });
    }

    /** The line priced in the currency; in the partner's when empty. */
    public NewOrderLine withCurrency(Optional<String> code) {
        return with(copy -> copy.currency = code);
    }

    NewOrderLine withParent(SubscriptionId base) {
        return with(copy -> copy.parent = Optional.of(base));
    }

    /** The line with the reseller, or with none of its own. */
    public NewOrderLine withResellerOrNone(Optional<String> mpnId) {
        return with(copy -> copy.resellerMpnId = mpnId);
    }

    /** The line with the nickname, or with the title of its item. */
    public NewOrderLine withNickname(Optional<String> nickname) {
        return with(copy -> copy.friendlyName = nickname);
    }

    /** The line for a look at it: whatever price was shown. */
    NewOrderLine atAnyPrice() {
        return with(copy -> copy.shownPrice = Optional.empty());
    }

    /** Whether another line asks for the same thing to be charged in the same way. */
    boolean isLike(NewOrderLine other) {
        return itemId.equals(other.itemId)
                && currency.equals(other.currency)
                && billingCycle.equals(other.billingCycle)
                && term.equals(other.term)
                && baseLine.equals(other.baseLine)
                && parent.equals(other.parent)
                && promotionId.equals(other.promotionId)
                && particulars.equals(other.particulars);
    }

    private NewOrderLine with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.line();
    }

    /** The line while something about it is changed. */
    private static final class Copy {
        private final NewOrderLine from;
        private int quantity;
        private Optional<String> currency;
        private Optional<BillingCycle> billingCycle;
        private Optional<Term> term;
        private Optional<String> friendlyName;
        private Optional<String> resellerMpnId;
        private List<String> additionalResellers;
        private Optional<Integer> baseLine;
        private Optional<SubscriptionId> parent;
        private Optional<Money> shownPrice;
        private Optional<String> promotionId;
        private boolean attested;
        private Particulars particulars;

        private Copy(NewOrderLine from) {
            this.from = from;
            quantity = from.quantity;
            currency = from.currency;
            billingCycle = from.billingCycle;
            term = from.term;
            friendlyName = from.friendlyName;
            resellerMpnId = from.resellerMpnId;
            additionalResellers = from.additionalResellers;
            baseLine = from.baseLine;
            parent = from.parent;
            shownPrice = from.shownPrice;
            promotionId = from.promotionId;
            attested = from.attested;
            particulars = from.particulars;
        }

        private NewOrderLine line() {
            return new NewOrderLine(
                    from.itemId,
                    quantity,
                    currency,
                    billingCycle,
                    term,
                    friendlyName,
                    resellerMpnId,
                    additionalResellers,
                    baseLine,
                    parent,
                    shownPrice,
                    promotionId,
                    attested,
                    particulars);
        }
    }
}
