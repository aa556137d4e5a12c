package oroshi.catalog;

import java.util.Locale;
import java.util.Optional;

/** How many subscriptions of an item one customer may own. */
public record PurchaseLimit(Scope scope, int count) {
    /** No limit. */
    public static final PurchaseLimit NONE = new PurchaseLimit(Scope.NONE, 0);

    /** What the limit counts. */
    public enum Scope {
        NONE("None"),
        /** Subscriptions that exist at the same time, suspended ones included. */
        CONCURRENT("Concurrent"),
        /** Every subscription the customer has ever had. */
        LIFETIME("Lifetime");

        private final String wire;

        Scope(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    /** Reads scope and count as the offer matrices write them; empty texts mean no limit. */
    static Optional<PurchaseLimit> find(String scope, int count) {
        return switch (scope.strip().toLowerCase(Locale.ROOT)) {
            case "", "none" -> Optional.of(NONE);
            case "concurrent", "concurrentcount" -> Optional.of(new PurchaseLimit(Scope.CONCURRENT, count));
            case "lifetime", "lifetimecount" -> Optional.of(new PurchaseLimit(Scope.LIFETIME, count));
            default -> Optional.empty();
        };
    }
}
