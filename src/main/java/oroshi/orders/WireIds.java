package oroshi.orders;

import java.util.regex.Pattern;
import oroshi.basics.CartId;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;

/** Reads what stands for carts, orders and lines in an address. */
final class WireIds {
    private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private WireIds() {}

    /** The cart; refuses what is no id. */
    static CartId cart(String text) {
        return Ids.parse(text)
                .map(CartId::new)
                .orElseThrow(
                        () -> Refusal.because(OrderRefusal.INPUT_INVALID, "the cart id " + text + " is not a GUID"));
    }

    /** The id or number of an order; refuses what can be neither. */
    static String order(String text) {
        if (!ORDER.matcher(text).matches()) {
            throw Refusal.because(
                    OrderRefusal.INPUT_INVALID, "the order id " + text + " has other signs than ids have");
        }
        return text;
    }

    /** The number of a line; refuses what is none. */
    static int line(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw Refusal.because(OrderRefusal.INPUT_INVALID, "the line number " + text + " is no number");
        }
        return Integer.parseInt(text.strip());
    }
}
