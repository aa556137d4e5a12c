package oroshi.administration;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import oroshi.basics.Refusal;
import oroshi.directory.UserSort;
import oroshi.rest.FieldFilter;
import oroshi.rest.FilterOperator;
import oroshi.rest.PageRequest;
import oroshi.rest.RestRefusal;

/** Which users a client asks for, in which order. */
record UserList(Set<UserState> states, UserSort sort) {
    static UserList of(PageRequest page) {
        var states = page.filter().map(UserList::states).orElse(EnumSet.of(UserState.ACTIVE));
        return new UserList(states, page.sortField().map(UserList::sort).orElse(UserSort.NAME));
    }

    private static Set<UserState> states(FieldFilter filter) {
        return switch (filter) {
            case FieldFilter.Simple simple -> EnumSet.of(state(simple));
            case FieldFilter.Joined joined -> states(joined);
        };
    }

    private static Set<UserState> states(FieldFilter.Joined joined) {
        var states = states(joined.left());
        var others = states(joined.right());
        if (joined.both()) {
            states.retainAll(others);
        } else {
            states.addAll(others);
        }
        return states;
    }

    private static UserState state(FieldFilter.Simple simple) {
        // The published sample asks for UserState and answers with UserStatus.
        if (!simple.isOn("UserState") && !simple.isOn("UserStatus")) {
            throw invalid("filter", "the field to filter by is UserState");
        }
        if (simple.operator() != FilterOperator.EQUALS) {
            throw simple.unsupported("equals");
        }
        return switch (simple.value().strip().toLowerCase(Locale.ROOT)) {
            case "active" -> UserState.ACTIVE;
            case "inactive" -> UserState.INACTIVE;
            default -> throw invalid("filter", "UserState is Active or Inactive");
        };
    }

    private static UserSort sort(String field) {
        return switch (field.strip().toLowerCase(Locale.ROOT)) {
            case "displayname" -> UserSort.NAME;
            case "userprincipalname" -> UserSort.SIGN_IN_NAME;
            case "firstname" -> UserSort.GIVEN_NAME;
            case "lastname" -> UserSort.FAMILY_NAME;
            default -> throw invalid("sortField", "use DisplayName, UserPrincipalName, FirstName or LastName");
        };
    }

    private static Refusal invalid(String parameter, String cure) {
        return Refusal.of(parameter, RestRefusal.INVALID_PARAMETER, cure);
    }
}
