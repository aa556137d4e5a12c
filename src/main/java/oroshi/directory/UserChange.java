package oroshi.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import oroshi.access.Role;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;

/**
 * A person of a partner's or a customer's directory joined, changed or left; published inside the transaction.
 *
 * @param verb the operation, without whose person it concerns
 */
public record UserChange(Verb verb, DirectoryUser user, Map<String, Object> oldValues, Map<String, Object> newValues)
        implements BusinessEvent {
    /** What happened. */
    public enum Verb {
        ADD("create_partner_user", "create_customer_user"),
        UPDATE("update_partner_user", "update_customer_user"),
        RESET_PASSWORD("reset_partner_user_password", "reset_customer_user_password"),
        REMOVE("remove_partner_user", "delete_customer_user"),
        RESTORE("restore_partner_user", "restore_customer_user");

        private final String ofPartner;
        private final String ofCustomer;

        Verb(String ofPartner, String ofCustomer) {
            this.ofPartner = ofPartner;
            this.ofCustomer = ofCustomer;
        }
    }

    static UserChange added(DirectoryUser user) {
        return new UserChange(Verb.ADD, user, Map.of(), values(user));
    }

    static UserChange changed(DirectoryUser before, DirectoryUser after) {
        return new UserChange(Verb.UPDATE, after, values(before), values(after));
    }

    static UserChange passwordReset(DirectoryUser user) {
        return new UserChange(Verb.RESET_PASSWORD, user, Map.of(), Map.of());
    }

    static UserChange restored(DirectoryUser user) {
        return new UserChange(Verb.RESTORE, user, Map.of(), values(user));
    }

    static UserChange removed(DirectoryUser user) {
        return new UserChange(Verb.REMOVE, user, values(user), Map.of());
    }

    @Override
    public String operation() {
        return customerId().isPresent() ? verb.ofCustomer : verb.ofPartner;
    }

    @Override
    public String resourceType() {
        return customerId().isPresent() ? "customer_user" : "user";
    }

    @Override
    public String resourceId() {
        return user.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        var own = PartnerScope.current().map(PartnerId::tenantId);
        return own.filter(user.tenantId()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(CustomerId.of(user.tenantId()));
    }

    private static Map<String, Object> values(DirectoryUser user) {
        return Map.of(
                "signInName", user.signInName(),
                "name", user.displayName(),
                "roles", roles(user),
                "usageLocation", user.details().usageLocation(),
                "phoneNumber", user.details().phoneNumber());
    }

    private static List<String> roles(DirectoryUser user) {
        return Stream.concat(
                        user.roles().stream().sorted().map(Role::key),
                        user.directoryRoles().stream().sorted().map(DirectoryRole::key))
                .distinct()
                .toList();
    }
}
