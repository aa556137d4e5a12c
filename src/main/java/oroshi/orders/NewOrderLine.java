package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * One thing to buy.
 *
 * @param itemId the offer id, or {@code productId:skuId:availabilityId}
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

    /** A line without particulars. */
    public NewOrderLine(
            String itemId,
            int quantity,
            Optional<BillingCycle> billingCycle,
            Optional<Term> term,
            Optional<String> friendlyName,
            Optional<String> resellerMpnId,
            List<String> additionalResellers,
            Optional<Integer> baseLine,
            Optional<SubscriptionId> parent,
            Optional<Money> shownPrice,
            Optional<String> promotionId,
            boolean attested) {
        this(
                itemId,
                quantity,
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
                Particulars.NONE);
    }

    /** So many units, charged in the cycle, everything else as proposed. */
    public static NewOrderLine of(String itemId, int quantity, BillingCycle billingCycle) {
        return new NewOrderLine(
                itemId,
                quantity,
                Optional.of(billingCycle),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
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
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The resellers that the line names itself. */
    List<String> resellers() {
        return Stream.concat(resellerMpnId.stream(), additionalResellers.stream())
                .toList();
    }

    public NewOrderLine withTerm(Term chosen) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                Optional.of(chosen),
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

    public NewOrderLine withFriendlyName(String nickname) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                Optional.of(nickname),
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                shownPrice,
                promotionId,
                attested,
                particulars);
    }

    public NewOrderLine withReseller(String mpnId) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                Optional.of(mpnId),
                additionalResellers,
                baseLine,
                parent,
                shownPrice,
                promotionId,
                attested,
                particulars);
    }

    public NewOrderLine withBaseLine(int line) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                Optional.of(line),
                parent,
                shownPrice,
                promotionId,
                attested,
                particulars);
    }

    public NewOrderLine withShownPrice(Money unitPrice) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                Optional.of(unitPrice),
                promotionId,
                attested,
                particulars);
    }

    public NewOrderLine withPromotion(String id) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                shownPrice,
                Optional.of(id),
                attested,
                particulars);
    }

    /** The line with the statement that the item asks for. */
    public NewOrderLine withAttestation() {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                shownPrice,
                promotionId,
                true,
                particulars);
    }

    public NewOrderLine withParticulars(Particulars others) {
        return new NewOrderLine(
                itemId,
                quantity,
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
                others);
    }

    public NewOrderLine withQuantity(int units) {
        return new NewOrderLine(
                itemId,
                units,
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

    /** The line charged in another cycle, whose price nobody has seen yet. */
    public NewOrderLine withBillingCycle(Optional<BillingCycle> cycle) {
        if (billingCycle.equals(cycle)) {
            return this;
        }
        return new NewOrderLine(
                itemId,
                quantity,
                cycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                Optional.empty(),
                promotionId,
                attested,
                particulars);
    }

    NewOrderLine withParent(SubscriptionId base) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                baseLine,
                Optional.of(base),
                shownPrice,
                promotionId,
                attested,
                particulars);
    }

    /** The line with the reseller, or with none of its own. */
    public NewOrderLine withResellerOrNone(Optional<String> mpnId) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                mpnId,
                additionalResellers,
                baseLine,
                parent,
                shownPrice,
                promotionId,
                attested,
                particulars);
    }

    /** The line with the nickname, or with the title of its item. */
    public NewOrderLine withNickname(Optional<String> nickname) {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                nickname,
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                shownPrice,
                promotionId,
                attested,
                particulars);
    }

    /** The line for a look at it: whatever price was shown. */
    NewOrderLine atAnyPrice() {
        return new NewOrderLine(
                itemId,
                quantity,
                billingCycle,
                term,
                friendlyName,
                resellerMpnId,
                additionalResellers,
                baseLine,
                parent,
                Optional.empty(),
                promotionId,
                attested,
                particulars);
    }

    /** Whether another line asks for the same thing to be charged in the same way. */
    boolean isLike(NewOrderLine other) {
        return itemId.equals(other.itemId)
                && billingCycle.equals(other.billingCycle)
                && term.equals(other.term)
                && baseLine.equals(other.baseLine)
                && parent.equals(other.parent)
                && promotionId.equals(other.promotionId)
                && particulars.equals(other.particulars);
    }
}
