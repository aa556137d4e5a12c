package oroshi.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A role in a customer's directory, with the id and the name that every directory knows it by. */
public enum DirectoryRole {
    COMPANY_ADMINISTRATOR("global_admin", "62e90394-69f5-4237-9190-012177145e10", "Company Administrator"),
    USER_ACCOUNT_ADMINISTRATOR(
            "user_management_admin", "fe930be7-5e62-47db-91af-98c3a49a38b1", "User Account Administrator"),
    HELPDESK_ADMINISTRATOR("helpdesk_admin", "729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),
    BILLING_ADMINISTRATOR("billing_admin", "b0f54661-2d74-4c50-afa3-1ec803f12efe", "Billing Administrator"),
    LICENSE_ADMINISTRATOR("license_admin", "4d6ac14f-3453-41d0-bef9-a3e0c569773a", "License Administrator"),
    SERVICE_SUPPORT_ADMINISTRATOR(
            "service_admin", "f023fd81-a637-4b56-95fd-791ac0226033", "Service Support Administrator");

    private final String key;
    private final UUID id;
    private final String title;

    DirectoryRole(String key, String id, String title) {
        this.key = key;
        this.id = UUID.fromString(id);
        this.title = title;
    }

    /** The name in data and messages, for example {@code helpdesk_admin}. */
    public String key() {
        return key;
    }

    public UUID id() {
        return id;
    }

    /** The name on the wire, which is English everywhere. */
    public String title() {
        return title;
    }

    public static Optional<DirectoryRole> find(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }

    /** Those of the stored keys that are roles in a directory. */
    static Set<DirectoryRole> of(Collection<String> keys) {
        var roles = EnumSet.noneOf(DirectoryRole.class);
        Arrays.stream(values()).filter(role -> keys.contains(role.key)).forEach(roles::add);
        return roles;
    }
}
