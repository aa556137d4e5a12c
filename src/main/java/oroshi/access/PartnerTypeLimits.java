package oroshi.access;

import java.util.EnumSet;
import java.util.Set;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;

/** What a partner's type and cloud rule out, whatever the role (Journey 11.3 and Journey 12). */
final class PartnerTypeLimits {
    private static final Set<Permission> ONLY_BUYERS = EnumSet.of(
            Permission.CUSTOMER_ADD,
            Permission.CUSTOMER_ADD_ATTESTED,
            Permission.AGREEMENT_ATTEST,
            Permission.CATALOG_VIEW,
            Permission.CATALOG_PIN,
            Permission.PRICELIST_DOWNLOAD,
            Permission.ORDER_BUY,
            Permission.TRIAL_START,
            Permission.SUBSCRIPTION_QUANTITY,
            Permission.SUBSCRIPTION_SUSPEND,
            Permission.SUBSCRIPTION_CANCEL,
            Permission.SUBSCRIPTION_UPGRADE,
            Permission.SUBSCRIPTION_BILLING,
            Permission.BUDGET_SET,
            Permission.USAGE_VIEW,
            Permission.BILLING_VIEW);
    private static final Set<Permission> ONLY_PROVIDERS = EnumSet.of(
            Permission.RESELLER_VIEW,
            Permission.RESELLER_INVITE,
            Permission.RESELLER_REMOVE,
            Permission.SUBSCRIPTION_RESELLER);
    private static final Set<Permission> ONLY_RESELLERS =
            EnumSet.of(Permission.PROVIDER_AUTHORIZE, Permission.PROVIDER_INVITE_CUSTOMER);
    private static final Set<Permission> ONLY_PUBLIC_CLOUD = EnumSet.of(
            Permission.AGREEMENT_VIEW,
            Permission.AGREEMENT_ATTEST,
            Permission.CUSTOMER_QUALIFICATION,
            Permission.CUSTOMER_USER_VIEW,
            Permission.CUSTOMER_USER_MANAGE,
            Permission.CUSTOMER_USER_BULK,
            Permission.CUSTOMER_USER_RESET_PASSWORD,
            Permission.CUSTOMER_USER_LICENSE,
            Permission.HEALTH_VIEW);

    private PartnerTypeLimits() {}

    static boolean allow(PartnerType type, Cloud cloud, Permission permission) {
        if (ONLY_PUBLIC_CLOUD.contains(permission) && !cloud.isPublic()) {
            return false;
        }
        if (ONLY_PROVIDERS.contains(permission) || permission == Permission.RESELLER_REMOVE) {
            return indirect(type, cloud)
                    && (type == PartnerType.INDIRECT_PROVIDER || permission == Permission.RESELLER_REMOVE);
        }
        if (ONLY_RESELLERS.contains(permission)) {
            return indirect(type, cloud) && type == PartnerType.INDIRECT_RESELLER;
        }
        return type.buys() || !ONLY_BUYERS.contains(permission);
    }

    private static boolean indirect(PartnerType type, Cloud cloud) {
        return type != PartnerType.DIRECT_BILL && cloud.isPublic();
    }
}
