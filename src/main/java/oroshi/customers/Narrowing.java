package oroshi.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which customers a search text leaves to look at.
 *
 * @param condition in SQL
 * @param parameters that the condition names
 */
record Narrowing(String condition, Map<String, Object> parameters) {
    static final Narrowing NONE = new Narrowing("true", Map.of());

    Narrowing {
        parameters = Map.copyOf(parameters);
    }

    static Narrowing of(String condition, String parameter, Object value) {
        return new Narrowing(condition, Map.of(parameter, value));
    }

    static Narrowing among(Collection<UUID> ids) {
        return of("customer_id = any(:candidates)", "candidates", ids.toArray(UUID[]::new));
    }

    static Narrowing containing(String folded) {
        return of("position(:folded in search_text) > 0", "folded", folded);
    }

    /** The customers whose id lies between the two. */
    static Narrowing between(UUID lowest, UUID highest) {
        return of("customer_id between :lowest and :highest", "lowest", lowest).with("highest", highest);
    }

    Narrowing with(String parameter, Object value) {
        var more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new Narrowing(condition, more);
    }

    /** Both must hold. */
    Narrowing and(Narrowing other) {
        var both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Narrowing(condition + "\n   and " + other.condition, both);
    }
}
