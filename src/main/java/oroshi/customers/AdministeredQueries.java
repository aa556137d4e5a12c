package oroshi.customers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.customers.AdministeredQuery.Condition;
import oroshi.customers.AdministeredQuery.Field;
import oroshi.customers.AdministeredQuery.Order;
import oroshi.rest.RestRefusal;

/** Reads the query options of the list of administered customers; refuses what is malformed or names an unknown field. */
final class AdministeredQueries {
    static final int LARGEST = 300;

    private static final int LONGEST_SKIP = 1_000_000;
    private static final Pattern AND =
            Pattern.compile("\\s+and\\s+(?=(?:[^']*'[^']*')*[^']*$)", Pattern.CASE_INSENSITIVE);
    private static final String NAME = "organizationDisplayName";
    private static final Pattern FUNCTION =
            Pattern.compile("(contains|startswith)\\(\\s*" + NAME + "\\s*,\\s*'((?:[^']|'')*)'\\s*\\)");
    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s+(eq|gt|ge|lt|le)\\s+(\\S.*)");
    private static final Map<String, Order> ORDERS = Map.of(
            NAME,
            Order.NAME,
            "dapEnabled",
            Order.ENABLED,
            "startDateTime",
            Order.STARTED,
            "lastSignInDateTime",
            Order.LAST_SIGN_IN);
    private static final Map<String, Field> STARTS = Map.of(
            "eq", Field.STARTED_AT,
            "gt", Field.STARTED_AFTER,
            "ge", Field.STARTED_FROM,
            "lt", Field.STARTED_BEFORE,
            "le", Field.STARTED_UNTIL);

    private AdministeredQueries() {}

    static AdministeredQuery parse(
            @Nullable String filter,
            @Nullable String orderBy,
            @Nullable String top,
            @Nullable String skip,
            @Nullable String after) {
        var words =
                orderBy == null ? List.<String>of() : List.of(orderBy.strip().split("\\s+"));
        return new AdministeredQuery(
                conditions(filter),
                words.isEmpty() ? Order.ID : order(words.getFirst()),
                descending(words),
                top == null ? LARGEST : number("$top", top, 1, LARGEST),
                skip == null ? 0 : number("$skip", skip, 0, LONGEST_SKIP),
                Optional.ofNullable(after).map(text -> guid("$skiptoken", text)));
    }

    private static Order order(String field) {
        return Optional.ofNullable(ORDERS.get(field))
                .orElseThrow(() -> wrong(
                        "$orderBy", "use organizationDisplayName, dapEnabled, startDateTime or lastSignInDateTime"));
    }

    private static boolean descending(List<String> words) {
        if (words.size() < 2) {
            return false;
        }
        var way = words.get(1).toLowerCase(Locale.ROOT);
        if (words.size() > 2 || !(way.equals("asc") || way.equals("desc"))) {
            throw wrong("$orderBy", "a field may be followed by desc");
        }
        return way.equals("desc");
    }

    private static int number(String option, String text, int least, int most) {
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(option, "is a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static List<Condition> conditions(@Nullable String filter) {
        var conditions = new ArrayList<Condition>();
        if (filter != null) {
            for (var part : AND.split(filter.strip())) {
                conditions.add(condition(part.strip()));
            }
        }
        return conditions;
    }

    private static Condition condition(String text) {
        var function = FUNCTION.matcher(text);
        if (function.matches()) {
            var field = function.group(1).equals("contains") ? Field.NAME_CONTAINS : Field.NAME_STARTS;
            return new Condition(field, unquoted(function.group(2)));
        }
        var comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            throw wrong("$filter", "can't be read; compare a field with a value, as in dapEnabled eq true");
        }
        return comparison(comparison);
    }

    private static Condition comparison(Matcher comparison) {
        var operator = comparison.group(2);
        var value = comparison.group(3).strip();
        return switch (comparison.group(1)) {
            case "id", "customerTenantId" -> new Condition(Field.ID_IS, guid("$filter", only(operator, text(value))));
            case NAME -> new Condition(Field.NAME_IS, only(operator, text(value)));
            case "dapEnabled" -> new Condition(Field.ENABLED_IS, truth(only(operator, value)));
            case "startDateTime" -> new Condition(Objects.requireNonNull(STARTS.get(operator)), moment(value));
            default ->
                throw wrong("$filter", "use customerTenantId, organizationDisplayName, dapEnabled or startDateTime");
        };
    }

    private static String only(String operator, String value) {
        if (!operator.equals("eq")) {
            throw wrong("$filter", "the field is compared by eq alone");
        }
        return value;
    }

    private static boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong("$filter", "dapEnabled is true or false");
        }
        return value.equals("true");
    }

    private static String text(String value) {
        var quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return quoted ? unquoted(value.substring(1, value.length() - 1)) : value;
    }

    private static String unquoted(String text) {
        return text.replace("''", "'");
    }

    private static OffsetDateTime moment(String value) {
        try {
            return Instant.parse(text(value)).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw wrong("$filter", "startDateTime is compared with a time such as 2026-01-09T00:00:00Z");
        }
    }

    private static UUID guid(String option, String text) {
        return Ids.parse(text).orElseThrow(() -> wrong(option, "is not a GUID"));
    }

    private static Refusal wrong(String option, String why) {
        return Refusal.of(option, RestRefusal.INVALID_PARAMETER, why);
    }
}
