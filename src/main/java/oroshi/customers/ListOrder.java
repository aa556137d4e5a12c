package oroshi.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An order of the list, read in one direction: what it sorts by, and how a page continues after a row.
 *
 * @param key the SQL of the value sorted by, or empty when the id alone decides
 */
record ListOrder(String key, boolean descending) {
    /** Sorts after every text that begins with the one before it. */
    static final String HIGHEST = "\uDBFF\uDFFF";

    static ListOrder of(CustomerSearch search, boolean backwards) {
        return new ListOrder(key(search.sort(), search.language()), search.descending() != backwards);
    }

    /** The order of the API: by name without regard to case, then id. */
    static ListOrder ofApi(boolean backwards) {
        return new ListOrder("folded_name", backwards);
    }

    String sql() {
        var direction = descending ? " desc" : "";
        return "order by " + (key.isEmpty() ? "" : key + direction + ", ") + "customer_id" + direction;
    }

    /** The condition for rows behind the position, in reading direction. */
    Optional<String> behind(Optional<CustomerPosition> from, Map<String, Object> parameters) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        parameters.put("fromId", from.get().id());
        var sign = descending ? "<" : ">";
        if (key.isEmpty()) {
            return Optional.of("customer_id " + sign + " :fromId");
        }
        parameters.put("fromValue", from.get().value());
        return Optional.of("(" + key + ", customer_id) " + sign + " (:fromValue, :fromId)");
    }

    /** The value of the row under this order, as a position keeps it. */
    String selected() {
        return key.isEmpty() ? "''" : key;
    }

    private static String key(CustomerSort sort, Locale language) {
        return switch (sort) {
            case NAME, CLOSEST -> "name collate \"" + (language.getLanguage().equals("ja") ? "ja" : "en") + "-x-icu\"";
            case ID -> "";
            case DOMAIN -> "domain";
            case RELATIONSHIP -> "relationship";
            case TAGS -> "first_tag";
        };
    }

    /** A row with its place under the order. */
    record Placed(CustomerRow row, String value) {
        CustomerPosition position() {
            return new CustomerPosition(value, row.id().value());
        }
    }

    /** Conditions that are joined by "and". */
    static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters;

        Conditions(Map<String, Object> parameters) {
            this.parameters = parameters;
            conditions.add("partner_id = :partnerId");
        }

        void add(String condition) {
            conditions.add(condition);
        }

        void add(Optional<String> condition) {
            condition.ifPresent(conditions::add);
        }

        void add(String condition, String parameter, Optional<?> value) {
            value.ifPresent(given -> {
                conditions.add(condition);
                parameters.put(parameter, given);
            });
        }

        void add(Narrowing narrowing) {
            conditions.add(narrowing.condition());
            parameters.putAll(narrowing.parameters());
        }

        String sql() {
            return "where " + String.join("\n   and ", conditions);
        }
    }

    static Map<String, Object> parameters(UUID partnerId) {
        var parameters = new java.util.HashMap<String, Object>();
        parameters.put("partnerId", partnerId);
        return parameters;
    }
}
