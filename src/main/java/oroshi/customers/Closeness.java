package oroshi.customers;

import java.util.Optional;
import oroshi.customers.ListOrder.Placed;

/**
 * How close a customer is to the text that is sought; in the list the closest come first. Each rank has an order of its
 * own, for which an index finds the next customers without looking at the others.
 */
enum Closeness {
    /** Its name begins with the text, legal forms apart; in the order of names. */
    NAME_BEGINS("core_name", """
            core_name >= customers.core(:folded) and core_name < customers.core(:folded) || :highest
               and position(:folded in search_text) > 0"""),

    /** Its domain begins with the text; in the order of domains. */
    DOMAIN_BEGINS("domain", """
            domain >= :folded and domain < :folded || :highest
               and starts_with(split_part(search_text, E'\\n', -1), :folded)
               and not starts_with(customers.core(search_text), customers.core(:folded))"""),

    /** Name or domain contains the text elsewhere; the latest id first, because no text prefers a time. */
    CONTAINS("", """
            position(:folded in search_text) > 0
               and not starts_with(customers.core(search_text), customers.core(:folded))
               and not starts_with(split_part(search_text, E'\\n', -1), :folded)""");

    private final String key;
    private final String condition;

    Closeness(String key, String condition) {
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

    /** The rank of a row's position, which begins with the rank's number; empty for a position of another order. */
    static Optional<Closeness> at(CustomerPosition position) {
        var number = position.value().isEmpty() ? -1 : position.value().charAt(0) - '0';
        return number < 0 || number >= values().length ? Optional.empty() : Optional.of(values()[number]);
    }

    /** The position inside this rank. */
    static CustomerPosition within(CustomerPosition position) {
        return new CustomerPosition(position.value().substring(1), position.id());
    }

    Placed placed(Placed within) {
        return new Placed(within.row(), ordinal() + within.value());
    }
}
