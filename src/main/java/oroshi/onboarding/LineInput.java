package oroshi.onboarding;

import java.text.Normalizer;

/**
 * One offer of the Subscriptions page as the user filled it in.
 *
 * @param item id of the catalog item
 * @param base id of the chosen item that an add-on belongs to; empty for everything else
 * @param quantity as typed; empty when it is not chosen
 * @param billingCycle wire name of the cycle; empty for the item's first choice
 * @param shownPrice the unit price the user saw, such as {@code JPY 1360}; empty before a price was shown
 */
public record LineInput(String item, String base, String quantity, String billingCycle, String shownPrice) {
    /** The same with another price that was shown. */
    public LineInput seenAt(String price) {
        return new LineInput(item, base, quantity, billingCycle, price);
    }

    /** What tells it from the other lines of the page. */
    public String key() {
        return base.isEmpty() ? item : item + "@" + base;
    }

    /** The name of its quantity field, which is also where its problems show. */
    public String quantityField() {
        return "quantity." + key();
    }

    public boolean isAddOn() {
        return !base.isEmpty();
    }

    /** Whether a quantity other than zero was typed, be it a number or not. */
    public boolean isChosen() {
        var typed = normalizedQuantity();
        return !typed.isEmpty() && !typed.equals("0");
    }

    /** The quantity as a number; negative when something else was typed. */
    public int units() {
        var typed = normalizedQuantity();
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** The quantity without white space, width and group separators. */
    String normalizedQuantity() {
        return Normalizer.normalize(quantity, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("[,'’\\u00A0\\u2009\\u202F ]", "");
    }
}
