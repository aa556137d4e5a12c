package oroshi.relationships;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has changed what a customer may buy by itself. */
record SelfServePolicyChanged(
        CustomerId customer, Set<SelfServePermission> before, Set<SelfServePermission> after, String operation)
        implements BusinessEvent {
    private static final Set<SelfServePermission> NOTHING = Set.of();

    static SelfServePolicyChanged created(SelfServePolicy policy) {
        return new SelfServePolicyChanged(policy.customerId(), NOTHING, policy.ordered(), "create_self_serve_policy");
    }

    static SelfServePolicyChanged updated(SelfServePolicy before, SelfServePolicy after) {
        return new SelfServePolicyChanged(
                after.customerId(), before.ordered(), after.ordered(), "update_self_serve_policy");
    }

    static SelfServePolicyChanged deleted(SelfServePolicy policy) {
        return new SelfServePolicyChanged(policy.customerId(), policy.ordered(), NOTHING, "delete_self_serve_policy");
    }

    @Override
    public String resourceType() {
        return "self_serve_policy";
    }

    @Override
    public String resourceId() {
        return customer.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }

    @Override
    public Map<String, Object> oldValues() {
        return values(before);
    }

    @Override
    public Map<String, Object> newValues() {
        return values(after);
    }

    private static Map<String, Object> values(Set<SelfServePermission> permissions) {
        List<String> resources =
                permissions.stream().map(SelfServePermission::resource).toList();
        return resources.isEmpty() ? Map.of() : Map.of("permissions", String.join(", ", resources));
    }
}
