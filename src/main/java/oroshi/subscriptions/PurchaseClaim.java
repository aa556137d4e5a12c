package oroshi.subscriptions;

/**
 * A purchase of something of which a customer may buy only so much.
 *
 * @param amount how many more are bought now
 * @param allowed how many there may be in all
 */
public record PurchaseClaim(String itemKey, Counted counted, int amount, int allowed) {
    /** What a limit counts. */
    public enum Counted {
        SUBSCRIPTIONS,
        SEATS
    }
}
