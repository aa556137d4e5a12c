package oroshi.customers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.rest.FieldFilter;
import oroshi.rest.FilterOperator;
import oroshi.rest.RestRefusal;

/**
 * The filter of the API's customer list as a condition: CompanyName and Domain by equality or prefix, IndirectReseller
 * and IndirectCloudSolutionProvider by equality.
 */
final class ApiCondition {
    private final Map<String, Object> parameters = new HashMap<>();
    private final String sql;

    private ApiCondition(Optional<FieldFilter> filter) {
        this.sql = filter.map(this::condition).orElse("true");
    }

    static ApiCondition of(Optional<FieldFilter> filter) {
        return new ApiCondition(filter);
    }

    String sql() {
        return sql;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The reseller that the filter asks for, so that the caller can check the partnership. */
    static Optional<PartnerId> reseller(Optional<FieldFilter> filter) {
        return filter.flatMap(ApiCondition::resellerIn);
    }

    private static Optional<PartnerId> resellerIn(FieldFilter filter) {
        return switch (filter) {
            case FieldFilter.Simple simple ->
                simple.isOn("IndirectReseller") ? Optional.of(partner(simple)) : Optional.empty();
            case FieldFilter.Joined joined -> resellerIn(joined.left()).or(() -> resellerIn(joined.right()));
        };
    }

    private String condition(FieldFilter filter) {
        return switch (filter) {
            case FieldFilter.Joined joined ->
                "(" + condition(joined.left()) + (joined.both() ? " and " : " or ") + condition(joined.right()) + ")";
            case FieldFilter.Simple simple -> comparison(simple);
        };
    }

    private String comparison(FieldFilter.Simple filter) {
        if (filter.isOn("CompanyName")) {
            return text("folded_name", filter);
        }
        if (filter.isOn("Domain")) {
            return text("domain", filter);
        }
        if (filter.isOn("IndirectReseller")) {
            return id("reseller_id", filter);
        }
        if (filter.isOn("IndirectCloudSolutionProvider")) {
            return id("provider_id", filter);
        }
        throw Refusal.of("filter", RestRefusal.INVALID_PARAMETER, "customers can't be filtered by " + filter.field());
    }

    private String text(String column, FieldFilter.Simple filter) {
        var value = column.equals("domain") ? Typed.domain(filter.value()) : Typed.folded(filter.value());
        return switch (filter.operator()) {
            case EQUALS -> column + " = " + bind(value);
            case STARTS_WITH ->
                "(" + column + " >= " + bind(value) + " and " + column + " < " + bind(value + ListOrder.HIGHEST) + ")";
            default -> throw unsupported(filter);
        };
    }

    private String id(String column, FieldFilter.Simple filter) {
        if (filter.operator() != FilterOperator.EQUALS && filter.operator() != FilterOperator.STARTS_WITH) {
            throw unsupported(filter);
        }
        return column + " = " + bind(partner(filter).value());
    }

    private static PartnerId partner(FieldFilter.Simple filter) {
        return Ids.parse(filter.value().strip())
                .map(PartnerId::new)
                .orElseThrow(() ->
                        Refusal.of("filter", RestRefusal.INVALID_PARAMETER, filter.field() + " takes a tenant id"));
    }

    private String bind(Object value) {
        var name = "value" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static Refusal unsupported(FieldFilter.Simple filter) {
        return filter.unsupported("equals or starts_with");
    }
}
