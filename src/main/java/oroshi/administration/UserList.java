package oroshi.administration;

import java.util.Locale;
import oroshi.basics.Refusal;
import oroshi.directory.UserSort;
import oroshi.rest.FieldFilter;
import oroshi.rest.FilterOperator;
import oroshi.rest.PageRequest;
import oroshi.rest.RestRefusal;

/** Which users a client asks for, in which order. */
record UserList(boolean deleted, UserSort sort) {
    static UserList of(PageRequest page) {
        var deleted = page.filter().map(UserList::asksForDeleted).orElse(false);
        return new UserList(deleted, page.sortField().map(UserList::sort).orElse(UserSort.NAME));
    }

    private static boolean asksForDeleted(FieldFilter filter) {
        if (!(filter instanceof FieldFilter.Simple simple)) {
            throw invalid("filter", "one comparison of UserState is supported");
        }
        // The published sample asks for UserState and answers with UserStatus.
        if (!simple.isOn("UserState") && !simple.isOn("UserStatus")) {
            throw invalid("filter", "the field to filter by is UserState");
        }
        if (simple.operator() != FilterOperator.EQUALS) {
            throw Refusal.because(RestRefusal.OPERATOR_UNSUPPORTED, simple.operator(), simple.field());
        }
        return switch (simple.value().strip().toLowerCase(Locale.ROOT)) {
            case "active" -> false;
            case "inactive" -> true;
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
