package oroshi.customers;

import java.util.Arrays;
import java.util.Optional;
import oroshi.customers.ListOrder.Placed;

/**
 * How close a customer is to the text that is sought; in the list the closest come first. Each rank has an order of its
 * own, for which an index finds the next customers without looking at the others.
 */
enum Closeness {
    /** Its name begins with the text, legal forms apart; in the order of names. */
    NAME_BEGINS("n", "core_name", """
            core_name >= customers.core(:folded) and core_name < customers.core(:folded) || :highest
               and position(:folded in search_text) > 0"""),

    /** Its domain begins with the text; in the order of domains. */
    DOMAIN_BEGINS("d", "domain", """
            domain >= :folded and domain < :folded || :highest
               and starts_with(split_part(search_text, E'\\n', -1), :folded)
               and not starts_with(customers.core(search_text), customers.core(:folded))"""),

    /** Name or domain contains the text elsewhere; the latest id first, because no text prefers a time. */
    CONTAINS("c", "", """
            position(:folded in search_text) > 0
               and not starts_with(customers.core(search_text), customers.core(:folded))
               and not starts_with(split_part(search_text, E'\\n', -1), :folded)""");

    private final String mark;
    private final String key;
    private final String condition;

    Closeness(String mark, String key, String condition) {
        this.mark = mark;
        this.key = key;
        this.condition = condition;
    }

    ListOrder order(boolean backwards) {
        return new ListOrder(key, (this == CONTAINS) != backwards);
    }

    /** The condition for customers of this rank. */
    Narrowing narrowing(String folded) {
        var bound = Narrowing.of(condition, "folded", folded);
        return this == CONTAINS ? bound : bound.with("highest", ListOrder.HIGHEST);
    }

    /** The rank of a row's position, which begins with the rank's mark; empty for a position of another order. */
    static Optional<Closeness> at(CustomerPosition position) {
        return Arrays.stream(values())
                .filter(rank -> position.value().startsWith(rank.mark))
                .findFirst();
    }

    /** The position inside this rank. */
    static CustomerPosition within(CustomerPosition position) {
        return new CustomerPosition(position.value().substring(1), position.id());
    }

    Placed placed(Placed within) {
        return new Placed(within.row(), mark + within.value());
    }
}
