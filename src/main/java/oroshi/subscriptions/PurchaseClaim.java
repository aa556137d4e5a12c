package oroshi.subscriptions;

/**
 * A purchase of something of which a customer may buy only so much.
 *
 * @param amount how many more are bought now
 * @param allowed how many there may be in all
 */
public record PurchaseClaim(String itemKey, Counted counted, int amount, int allowed) {
    /** Whether both count the same. */
    public boolean isLike(PurchaseClaim other) {
        return itemKey.equals(other.itemKey) && counted == other.counted;
    }

    /** What a limit counts. */
    public enum Counted {
        SUBSCRIPTIONS,
        SEATS,
        /** Uses of a promotion, which the key of the claim names. */
        REDEMPTIONS,
        /** Seats bought with a promotion. */
        PROMOTED_SEATS
    }
}
