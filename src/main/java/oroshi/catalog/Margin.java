package oroshi.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher granted to one partner for purchases between two moments.
 *
 * @param skuId empty when it covers every SKU of the product
 * @param percentage of the price, only of the type of that name
 * @param prices only of the other type
 * @param countries where it holds; none for everywhere
 * @param status the publisher's word, such as {@code live}
 */
record Margin(
        String id,
        Type type,
        String productId,
        String skuId,
        String publisherName,
        String productTitle,
        String skuTitle,
        String productType,
        @Nullable BigDecimal percentage,
        @Nullable PriceConfiguration prices,
        List<String> countries,
        Instant startsAt,
        Instant endsAt,
        String status,
        Instant statusAt) {

    /** What the partner gets. */
    enum Type {
        PERCENTAGE("Percentage"),
        CUSTOM_PRICE("CustomPrice");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }

        /** Reads the word of the wire in any letter case. */
        static Optional<Type> find(String text) {
            return Arrays.stream(values())
                    .filter(type -> type.wire.equalsIgnoreCase(text.strip()))
                    .findFirst();
        }
    }

    boolean holdsIn(String country) {
        return countries.isEmpty() || countries.contains(country);
    }
}
