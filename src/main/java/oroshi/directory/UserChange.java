package oroshi.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import oroshi.access.Role;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A person of a partner's directory joined, changed or left; published inside the transaction. */
public record UserChange(
        String operation, DirectoryUser user, Map<String, Object> oldValues, Map<String, Object> newValues)
        implements BusinessEvent {
    static UserChange added(DirectoryUser user) {
        return new UserChange("create_partner_user", user, Map.of(), values(user));
    }

    static UserChange changed(DirectoryUser before, DirectoryUser after) {
        return new UserChange("update_partner_user", after, values(before), values(after));
    }

    static UserChange passwordReset(DirectoryUser user) {
        return new UserChange("reset_partner_user_password", user, Map.of(), Map.of());
    }

    static UserChange removed(DirectoryUser user) {
        return new UserChange("remove_partner_user", user, values(user), Map.of());
    }

    @Override
    public String resourceType() {
        return "user";
    }

    @Override
    public String resourceId() {
        return user.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    private static Map<String, Object> values(DirectoryUser user) {
        return Map.of("signInName", user.signInName(), "name", user.displayName(), "roles", roles(user));
    }

    private static List<String> roles(DirectoryUser user) {
        return user.roles().stream().sorted().map(Role::key).toList();
    }
}
