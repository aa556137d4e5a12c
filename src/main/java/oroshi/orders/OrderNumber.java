package oroshi.orders;

import oroshi.basics.OrderId;

/** What people and the wire call an order of new commerce: the last twelve digits of its id, which are random. */
final class OrderNumber {
    private static final int DIGITS = 12;

    private OrderNumber() {}

    static String of(OrderId id) {
        var text = id.toString();
        return text.substring(text.length() - DIGITS);
    }
}
