package oroshi.rest;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a list is narrowed to: one comparison, or two filters joined. Every spelling that clients use is read. */
public sealed interface FieldFilter {
    /** One comparison; text is compared without regard to case. */
    record Simple(String field, String value, FilterOperator operator) implements FieldFilter {
        /** The value, when this compares the named field with one of the operators the list supports. */
        public boolean isOn(String name) {
            return field.equalsIgnoreCase(name);
        }

        /** What a caller hears where the field is not compared this way; the cure says which comparison is. */
        public Refusal unsupported(String cure) {
            return Refusal.because(RestRefusal.OPERATOR_UNSUPPORTED, operator.wireName(), field, cure);
        }
    }

    /** Two filters of which both, or either, must hold. */
    record Joined(FieldFilter left, FieldFilter right, boolean both) implements FieldFilter {}

    /** Reads the JSON of the {@code filter} parameter; refuses with code 3000 when it is malformed. */
    static FieldFilter parse(String text) {
        try {
            return read(JsonMapper.shared().readTree(text));
        } catch (JacksonException malformed) {
            throw malformed("it is no JSON object");
        }
    }

    private static FieldFilter read(JsonNode node) {
        if (!node.isObject()) {
            throw malformed("it is no JSON object");
        }
        var members = members(node);
        var left = members.get("LeftFilter");
        var right = members.get("RightFilter");
        var operator = FilterOperator.parse(text(members, "Operator"));
        if (left == null && right == null) {
            return new Simple(text(members, "Field"), text(members, "Value"), operator);
        }
        if (left == null || right == null) {
            throw malformed("LeftFilter and RightFilter go together");
        }
        if (operator != FilterOperator.AND && operator != FilterOperator.OR) {
            throw malformed("filters are joined by and or or");
        }
        return new Joined(read(left), read(right), operator == FilterOperator.AND);
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        var members = new TreeMap<String, JsonNode>(String.CASE_INSENSITIVE_ORDER);
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static String text(Map<String, JsonNode> members, String name) {
        @Nullable JsonNode value = members.get(name);
        if (value == null || !value.isValueNode() || value.isNull()) {
            throw malformed("the member " + name + " is missing");
        }
        return value.asString();
    }

    private static Refusal malformed(String why) {
        return Refusal.of("filter", RestRefusal.INVALID_PARAMETER, "the filter can't be read: " + why);
    }
}
