package oroshi.orders;

/** Orders as the contract writes them, for answers of other modules that hold some. */
public final class OrderWire {
    private OrderWire() {}

    /** The order without prices. */
    public static Object resource(Order order) {
        return OrderResource.of(order, false);
    }
}
