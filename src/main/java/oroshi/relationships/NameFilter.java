package oroshi.relationships;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import oroshi.rest.FieldFilter;
import oroshi.rest.FilterOperator;

/** Narrows partners by their name; the list understands no other field. */
final class NameFilter {
    private static final String FIELD = "Name";
    private static final Set<FilterOperator> OPERATORS =
            EnumSet.of(FilterOperator.SUBSTRING, FilterOperator.STARTS_WITH, FilterOperator.EQUALS);

    private NameFilter() {}

    /** Refuses a filter on another field, or with an operator that names can't be compared by. */
    static void check(FieldFilter filter) {
        if (filter instanceof FieldFilter.Joined joined) {
            check(joined.left());
            check(joined.right());
        }
        if (filter instanceof FieldFilter.Simple simple
                && !(simple.isOn(FIELD) && OPERATORS.contains(simple.operator()))) {
            throw simple.unsupported("Name with substring, starts_with or equals");
        }
    }

    static boolean admits(FieldFilter filter, String name) {
        if (filter instanceof FieldFilter.Joined joined) {
            return joined.both()
                    ? admits(joined.left(), name) && admits(joined.right(), name)
                    : admits(joined.left(), name) || admits(joined.right(), name);
        }
        return filter instanceof FieldFilter.Simple simple && matches(simple, name.toLowerCase(Locale.ROOT));
    }

    private static boolean matches(FieldFilter.Simple filter, String name) {
        var value = filter.value().toLowerCase(Locale.ROOT);
        return switch (filter.operator()) {
            case SUBSTRING -> name.contains(value);
            case STARTS_WITH -> name.startsWith(value);
            case EQUALS -> name.equals(value);
            default -> false;
        };
    }
}
