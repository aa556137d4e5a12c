package oroshi.portal.orders;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.catalog.BillingCycle;
import oroshi.onboarding.LineInput;
import oroshi.orders.Anchors;
import oroshi.orders.CartLine;
import oroshi.orders.NewOrderLine;
import oroshi.orders.OpenCart;
import oroshi.orders.OrderRefusal;
import oroshi.portal.Form;

/** The form of a cart: its lines as fields, and the lines as somebody typed them. */
final class CartForm {
    private static final int LONGEST_NICKNAME = 100;

    private CartForm() {}

    /** The form that shows the cart. */
    static Form of(OpenCart cart) {
        var form = Form.empty().fill("version", cart.version());
        for (var at = 0; at < cart.lines().size(); at++) {
            var asked = cart.lines().get(at).asked();
            form.fill("quantity." + at, String.valueOf(asked.quantity()))
                    .fill(
                            "cycle." + at,
                            asked.billingCycle().map(BillingCycle::wire).orElse(""))
                    .fill("name." + at, asked.friendlyName().orElse(""))
                    .fill("reseller." + at, asked.resellerMpnId().orElse(""))
                    .fill("further." + at, String.join(", ", asked.additionalResellers()))
                    .fill("attested." + at, String.valueOf(asked.attested()))
                    .fill(
                            "scope." + at,
                            asked.particulars().context(Anchors.SCOPE).orElse(""))
                    .fill(
                            "anchor." + at,
                            asked.particulars()
                                    .context(Anchors.SUBSCRIPTION)
                                    .or(() -> asked.particulars().context(Anchors.ENTITLEMENT))
                                    .orElse(""));
            form.fill(
                    "plan." + at,
                    cart.lines().get(at).plan().map(PlanChoices::value).orElse(""));
        }
        return form;
    }

    /** The lines as typed; what can't be read is rejected in the form and stays as it was. */
    static List<NewOrderLine> read(Form form, OpenCart cart) {
        var lines = new ArrayList<NewOrderLine>();
        for (var at = 0; at < cart.lines().size(); at++) {
            lines.add(line(form, at, cart.lines().get(at)));
        }
        return lines;
    }

    private static NewOrderLine line(Form form, int at, CartLine before) {
        var typed = before.asked().withQuantity(quantity(form, at, before));
        var name = form.value("name." + at).strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NICKNAME) {
            form.reject("name." + at, "subscription.nicknameTooLong", LONGEST_NICKNAME);
            name = "";
        }
        typed = typed.withNickname(Optional.of(name).filter(given -> !given.isEmpty()))
                .withResellerOrNone(
                        Optional.of(form.value("reseller." + at).strip()).filter(mpnId -> !mpnId.isEmpty()))
                .withFurtherResellers(mpnIds(form.value("further." + at)))
                .withAttestation(form.has("attested." + at, "true"));
        return before.isAddOn() ? typed : paid(form, at, before, placed(form, at, before, typed));
    }

    /** The line in the way to pay that was chosen; as before when nothing or something else was. */
    private static NewOrderLine paid(Form form, int at, CartLine before, NewOrderLine line) {
        var plan = before.item().flatMap(item -> PlanChoices.find(item, form.value("plan." + at)));
        return plan.map(line::withPlan)
                .orElseGet(() -> line.withBillingCycle(BillingCycle.find(form.value("cycle." + at))
                        .or(() -> before.asked().billingCycle())));
    }

    private static NewOrderLine placed(Form form, int at, CartLine before, NewOrderLine line) {
        var anchor = form.value("anchor." + at).strip();
        return before.isReservation() && !anchor.isEmpty()
                ? Anchors.placed(line, form.value("scope." + at).strip(), anchor)
                : line;
    }

    private static List<String> mpnIds(String typed) {
        return Arrays.stream(Normalizer.normalize(typed, Normalizer.Form.NFKC).split("[\\s,;、]+"))
                .filter(mpnId -> !mpnId.isEmpty())
                .distinct()
                .toList();
    }

    private static int quantity(Form form, int at, CartLine before) {
        if (before.hasFixedQuantity()) {
            return before.asked().quantity();
        }
        var units = new LineInput("", "", form.value("quantity." + at), "", "").units();
        if (units > 0) {
            return units;
        }
        before.item()
                .ifPresent(item -> form.reject(
                        "quantity." + at,
                        OrderRefusal.QUANTITY_RANGE.key(),
                        item.minimumQuantity(),
                        item.maximumQuantity()));
        return before.asked().quantity();
    }

    /** The lines at the prices that the page showed as new. */
    static List<NewOrderLine> acknowledged(Form form, OpenCart cart) {
        var lines = new ArrayList<NewOrderLine>();
        for (var at = 0; at < cart.lines().size(); at++) {
            var asked = cart.lines().get(at).asked();
            lines.add(
                    price(form.value("price." + at)).map(asked::withShownPrice).orElse(asked));
        }
        return lines;
    }

    /** The price in the form; none when it was tampered with. */
    private static Optional<Money> price(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Money.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
