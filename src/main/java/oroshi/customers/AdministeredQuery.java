package oroshi.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which customers are listed with the state of their administration.
 *
 * @param after the customer that the page follows; only in the order of ids
 */
record AdministeredQuery(
        List<Condition> conditions, Order order, boolean descending, int top, int skip, Optional<UUID> after) {
    AdministeredQuery {
        conditions = List.copyOf(conditions);
    }

    /** What the list is sorted by. */
    enum Order {
        ID,
        NAME,
        ENABLED,
        STARTED,
        LAST_SIGN_IN
    }

    /** What is compared. */
    enum Field {
        ID_IS,
        NAME_IS,
        NAME_STARTS,
        NAME_CONTAINS,
        ENABLED_IS,
        STARTED_AT,
        STARTED_AFTER,
        STARTED_FROM,
        STARTED_BEFORE,
        STARTED_UNTIL
    }

    /** One comparison; all of them must hold. */
    record Condition(Field field, Object value) {}
}
