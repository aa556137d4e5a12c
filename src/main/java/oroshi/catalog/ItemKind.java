package oroshi.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an item when it is bought. */
public enum ItemKind {
    /** A subscription with a number of licences. */
    LICENSE,
    /** A plan without quantity: what is used is charged by meters. */
    USAGE,
    /** Capacity paid in advance for a term; needs a usage plan. */
    RESERVATION,
    /** A promise to spend so much an hour for a term, for which usage becomes cheaper; needs a usage plan. */
    SAVINGS_PLAN,
    /** Software that is delivered as keys and downloads. */
    SOFTWARE,
    /** A service of a third party that the customer has to activate at the publisher. */
    MARKETPLACE;

    /** Whether it is a benefit for usage: paid for a term, and managed where the usage is. */
    public boolean isBenefit() {
        return this == RESERVATION || this == SAVINGS_PLAN;
    }

    /** Reads the kind in any letter case. */
    public static Optional<ItemKind> find(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }
}
