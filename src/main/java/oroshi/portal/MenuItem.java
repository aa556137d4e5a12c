package oroshi.portal;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oroshi.access.Caller;
import oroshi.access.Permission;

/** Every entry that the menu can have, in its order, and who sees it once its page exists. */
public enum MenuItem {
    DASHBOARD("/", "dashboard", "home", null, null),
    CUSTOMERS("/customers", "customers", "people", null, Permission.CUSTOMER_VIEW),
    INDIRECT_RESELLERS("/indirect-resellers", "indirectResellers", "network", null, Permission.RESELLER_VIEW),
    INDIRECT_PROVIDERS("/indirect-providers", "indirectProviders", "network", null, null, MenuItem::resells),
    CATALOG("/catalog", "catalog", "tag", "sell", Permission.CATALOG_VIEW),
    PRICING("/pricing", "pricing", "list", "sell", Permission.PRICELIST_DOWNLOAD),
    BILLING("/billing", "billing", "receipt", null, Permission.BILLING_VIEW),
    USAGE("/usage", "usage", "chart", null, Permission.USAGE_VIEW),
    CUSTOMER_REQUESTS(
            "/requests/customers", "customerRequests", "chat", "serviceRequests", Permission.SUPPORT_CUSTOMER_VIEW),
    PARTNER_REQUESTS(
            "/requests/partner", "partnerRequests", "chat", "serviceRequests", Permission.SUPPORT_PARTNER_CREATE),
    SERVICE_HEALTH("/health", "serviceHealth", "pulse", null, Permission.HEALTH_VIEW),
    ACTIVITY_LOG("/activity", "activityLog", "clock", null, Permission.ACTIVITY_LOG_VIEW),
    PARTNER_PROFILE("/settings/partner", "partnerProfile", "building", "settings", Permission.PARTNER_PROFILE_VIEW),
    BILLING_PROFILE("/settings/billing", "billingProfile", "card", "settings", Permission.BILLING_VIEW),
    ORGANIZATION("/settings/organization", "organization", "building", "settings", Permission.PARTNER_PROFILE_VIEW),
    USER_MANAGEMENT("/settings/users", "userManagement", "people", "settings", Permission.PARTNER_USER_MANAGE),
    LOCATIONS("/settings/locations", "locations", "pin", "settings", Permission.PARTNER_PROFILE_VIEW),
    SECURITY_CONTACT("/settings/security", "securityContact", "shield", "settings", Permission.PARTNER_PROFILE_UPDATE),
    APP_MANAGEMENT("/settings/apps", "appManagement", "plug", "settings", Permission.INTEGRATION_MANAGE),
    /** Only for sandbox partners. */
    SANDBOX_CLOCK("/settings/clock", "sandboxClock", "clock", "settings", Permission.PROFILE_SELF);

    private final String path;
    private final String key;
    private final String icon;
    private final @Nullable String group;
    private final @Nullable Permission permission;
    private final Predicate<Caller> also;

    MenuItem(String path, String key, String icon, @Nullable String group, @Nullable Permission permission) {
        this(path, key, icon, group, permission, caller -> true);
    }

    MenuItem(
            String path,
            String key,
            String icon,
            @Nullable String group,
            @Nullable Permission permission,
            Predicate<Caller> also) {
        this.path = path;
        this.key = "menu." + key;
        this.icon = icon;
        this.group = group == null ? null : "menu." + group;
        this.permission = permission;
        this.also = also;
    }

    private static boolean resells(Caller caller) {
        return !caller.partnerType().buys() && caller.cloud().isPublic();
    }

    public String path() {
        return path;
    }

    /** Key of the entry's label. */
    public String key() {
        return key;
    }

    /** Name of the entry's picture among the icons. */
    public String icon() {
        return icon;
    }

    /** Key of the heading that the entry stands under; null for an entry of the first level. */
    public @Nullable String group() {
        return group;
    }

    boolean isFor(Caller caller) {
        return (permission == null || caller.mayRead(permission)) && also.test(caller);
    }

    /** Whether a page belongs to the entry: it is the entry's page or lies beneath it. */
    public boolean leadsTo(String page) {
        return page.equals(path) || (path.length() > 1 && page.startsWith(path + "/"));
    }
}
