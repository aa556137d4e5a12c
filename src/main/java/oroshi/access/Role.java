package oroshi.access;

/** What a partner user may be; a user may hold several and their permissions add up. */
public enum Role {
    GLOBAL_ADMIN("global_admin"),
    USER_MANAGEMENT_ADMIN("user_management_admin"),
    BILLING_ADMIN("billing_admin"),
    ADMIN_AGENT("admin_agent"),
    SALES_AGENT("sales_agent"),
    HELPDESK_AGENT("helpdesk_agent");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /** The name in data and messages, for example {@code admin_agent}. */
    public String key() {
        return key;
    }
}
