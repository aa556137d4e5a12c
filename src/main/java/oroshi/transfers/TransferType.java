package oroshi.transfers;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a gaining partner may ask for at all. */
public enum TransferType {
    MODERN_AZURE(3, "ModernAzure"),
    NEW_COMMERCE(5, "NewCommerce");

    private final int number;
    private final String word;

    TransferType(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** The number of the wire. */
    int number() {
        return number;
    }

    /** The kinds that it comprises. */
    Set<ProductKind> kinds() {
        return Stream.of(ProductKind.values())
                .filter(kind -> this == NEW_COMMERCE || kind.isAzure())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the number, or the word in any letter case. */
    static Optional<TransferType> find(String text) {
        var said = text.strip();
        return Arrays.stream(values())
                .filter(type -> type.word.equalsIgnoreCase(said)
                        || String.valueOf(type.number).equals(said))
                .findFirst();
    }
}
