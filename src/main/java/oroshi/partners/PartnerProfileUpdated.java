package oroshi.partners;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner has changed one of its own profiles, or the operator has decided on it. */
record PartnerProfileUpdated(ProfileKind kind, Map<String, Object> oldValues, Map<String, Object> newValues)
        implements BusinessEvent {
    /** The event with the values that differ. */
    static PartnerProfileUpdated of(ProfileKind kind, Object before, Object after) {
        var old = values(before);
        var now = values(after);
        return new PartnerProfileUpdated(kind, without(old, now), without(now, old));
    }

    private static Map<String, Object> values(Object profile) {
        var values = new TreeMap<String, Object>();
        collect("", JsonMapper.shared().valueToTree(profile), values);
        return values;
    }

    private static void collect(String path, JsonNode node, Map<String, Object> values) {
        if (node.isObject()) {
            var prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(member -> collect(prefix + member.getKey(), member.getValue(), values));
        } else if (!node.isNull() && !node.asString().isEmpty()) {
            values.put(path, node.asString());
        }
    }

    private static Map<String, Object> without(Map<String, Object> values, Map<String, Object> others) {
        var differing = new TreeMap<>(values);
        differing.entrySet().removeIf(each -> each.getValue().equals(others.get(each.getKey())));
        return differing;
    }

    @Override
    public String operation() {
        return kind.operation();
    }

    @Override
    public String resourceType() {
        return "partner_profile";
    }

    @Override
    public String resourceId() {
        return kind.resourceId();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }
}
