package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import oroshi.orders.CartLine;
import oroshi.orders.OpenCart;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Step;
import oroshi.portal.customers.RecordHead;
import oroshi.previews.Preview;

/**
 * What the page shows on which a cart is reviewed and bought.
 *
 * @param resellers whom a provider may put on record; empty for others
 * @param isProvider whether the partner has to say for whom it acts
 * @param takesFurtherResellers whether a line may name more resellers than one
 * @param preview what the lines that can be bought would cost
 * @param agreement what has to be confirmed first
 */
public record CartPage(
        RecordHead head,
        List<Step> steps,
        OpenCart cart,
        Form form,
        List<Line> lines,
        List<Choice> resellers,
        boolean isProvider,
        boolean takesFurtherResellers,
        Preview preview,
        Optional<AgreementAsked> agreement) {
    /**
     * A line with what can be chosen about it and what is wrong with it.
     *
     * @param plans terms with cycles, where the item is sold for several terms
     * @param anchors the subscriptions that a reservation can belong to
     */
    public record Line(
            CartLine line, List<Choice> cycles, List<Choice> plans, List<Choice> anchors, Optional<Message> problem) {
        public Line {
            cycles = List.copyOf(cycles);
            plans = List.copyOf(plans);
            anchors = List.copyOf(anchors);
        }
    }

    public CartPage {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        resellers = List.copyOf(resellers);
    }

    public String products() {
        return head.path() + "/products";
    }

    public String address() {
        return head.path() + "/cart/" + cart.id();
    }

    /** Whether something else has to be done before the cart can be bought. */
    public boolean isBlocked() {
        return agreement.isPresent() || cart.hasNewPrices();
    }

    /** Whether the reader has to agree with new prices before anything else. */
    public boolean hasNewPrices() {
        return cart.hasNewPrices();
    }
}
