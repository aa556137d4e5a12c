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

/**
 * What the page shows on which a cart is reviewed and bought.
 *
 * @param resellers whom a provider may put on record; empty for others
 * @param isProvider whether the partner has to say for whom it acts
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
        Optional<AgreementAsked> agreement) {
    /** A line with the ways to charge it and what is wrong with it. */
    public record Line(CartLine line, List<Choice> cycles, Optional<Message> problem) {
        public Line {
            cycles = List.copyOf(cycles);
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
