package oroshi.rest;

import java.util.Arrays;
import java.util.Locale;
import oroshi.basics.Refusal;

/** How a filter compares; the numbers are those that older clients send. */
public enum FilterOperator {
    EQUALS(0),
    NOT_EQUALS(1),
    GREATER_THAN(2),
    GREATER_THAN_OR_EQUALS(3),
    LESS_THAN(4),
    LESS_THAN_OR_EQUALS(5),
    SUBSTRING(6),
    AND(7),
    OR(8),
    STARTS_WITH(9),
    NOT_STARTS_WITH(10);

    private final int number;

    FilterOperator(int number) {
        this.number = number;
    }

    /** The name on the wire, for example {@code starts_with}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code starts_with}, {@code StartsWith} and {@code 9} alike. */
    static FilterOperator parse(String text) {
        var folded = text.replace("_", "");
        return Arrays.stream(values())
                .filter(operator -> operator.name().replace("_", "").equalsIgnoreCase(folded)
                        || String.valueOf(operator.number).equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "filter", RestRefusal.INVALID_PARAMETER, "the filter operator \"" + text + "\" is not known"));
    }
}
