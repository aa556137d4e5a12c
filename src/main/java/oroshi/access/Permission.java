package oroshi.access;

/** One right in the matrix of roles and permissions; which role has it is data ({@code access/role-permissions.csv}). */
public enum Permission {
    /** See and search the customer list and open a customer. */
    CUSTOMER_VIEW("customer.view"),
    /** Export customers. */
    CUSTOMER_EXPORT("customer.export"),
    /** Add a customer (choice: customer will be asked to accept). */
    CUSTOMER_ADD("customer.add"),
    /** Add a customer and attest that the agreement was accepted. */
    CUSTOMER_ADD_ATTESTED("customer.addAttested"),
    /** Update bill-to and contact details of a customer. */
    CUSTOMER_UPDATE("customer.update"),
    /** Set special qualifications. */
    CUSTOMER_QUALIFICATION("customer.qualification"),
    /** Create and assign tags. */
    CUSTOMER_TAGS("customer.tags"),
    /** Switch customer self-purchase permissions on or off. */
    CUSTOMER_PERMISSIONS("customer.permissions"),
    /** See agreement status and templates. */
    AGREEMENT_VIEW("agreement.view"),
    /** Attest or re-attest customer acceptance. */
    AGREEMENT_ATTEST("agreement.attest"),
    /** Request a reseller relationship. */
    RELATIONSHIP_REQUEST("relationship.request"),
    /** Remove a reseller relationship. */
    RELATIONSHIP_REMOVE("relationship.remove"),
    /** See the Indirect resellers page (provider). */
    RESELLER_VIEW("reseller.view"),
    /** Request a partnership (provider). */
    RESELLER_INVITE("reseller.invite"),
    /** Remove a partnership (either side). */
    RESELLER_REMOVE("reseller.remove"),
    /** Authorize an indirect provider (reseller). */
    PROVIDER_AUTHORIZE("provider.authorize"),
    /** Invite a customer for reseller and provider at once (reseller). */
    PROVIDER_INVITE_CUSTOMER("provider.inviteCustomer"),
    /** See catalog and prices. */
    CATALOG_VIEW("catalog.view"),
    /** Download price lists and offer matrix. */
    PRICELIST_DOWNLOAD("pricelist.download"),
    /** Pin up to five products. */
    CATALOG_PIN("catalog.pin"),
    /** Buy for a customer. */
    ORDER_BUY("order.buy"),
    /** Start or convert a trial. */
    TRIAL_START("trial.start"),
    /** See subscriptions and order history. */
    SUBSCRIPTION_VIEW("subscription.view"),
    /** Change licences or add-ons. */
    SUBSCRIPTION_QUANTITY("subscription.quantity"),
    /** Suspend or reactivate. */
    SUBSCRIPTION_SUSPEND("subscription.suspend"),
    /** Cancel a subscription in its window. */
    SUBSCRIPTION_CANCEL("subscription.cancel"),
    /** Upgrade (needs delegated admin on the customer). */
    SUBSCRIPTION_UPGRADE("subscription.upgrade"),
    /** Change billing frequency or auto-renew. */
    SUBSCRIPTION_BILLING("subscription.billing"),
    /** Change nickname. */
    SUBSCRIPTION_RENAME("subscription.rename"),
    /** Change Reseller (MPN ID) (provider only). */
    SUBSCRIPTION_RESELLER("subscription.reseller"),
    /** Set the designated support contact. */
    SUBSCRIPTION_SUPPORT_CONTACT("subscription.supportContact"),
    /** Get keys and downloads; cancel software. */
    SOFTWARE_KEYS("software.keys"),
    /** See users and licences of a customer. */
    CUSTOMER_USER_VIEW("customerUser.view"),
    /** Create; edit; delete; restore users. */
    CUSTOMER_USER_MANAGE("customerUser.manage"),
    /** Upload users by CSV. */
    CUSTOMER_USER_BULK("customerUser.bulk"),
    /** Reset a customer user's password. */
    CUSTOMER_USER_RESET_PASSWORD("customerUser.resetPassword"),
    /** Assign or revoke licences. */
    CUSTOMER_USER_LICENSE("customerUser.license"),
    /** Set or remove a monthly budget. */
    BUDGET_SET("budget.set"),
    /** See usage spending. */
    USAGE_VIEW("usage.view"),
    /** See and download invoices and reconciliation files. */
    BILLING_VIEW("billing.view"),
    /** Change the billing address. */
    BILLING_PROFILE_ADDRESS("billing.profileAddress"),
    /** Change VAT or tax ID. */
    BILLING_TAX_ID("billing.taxId"),
    /** Open a service request for a customer. */
    SUPPORT_CUSTOMER_CREATE("support.customerCreate"),
    /** See customer service requests. */
    SUPPORT_CUSTOMER_VIEW("support.customerView"),
    /** Open a request about the Partner Center itself. */
    SUPPORT_PARTNER_CREATE("support.partnerCreate"),
    /** See service health. */
    HEALTH_VIEW("health.view"),
    /** Create and apply device profiles. */
    DEVICE_MANAGE("device.manage"),
    /** Add a device list. */
    DEVICE_ADD_LIST("device.addList"),
    /** See and export the activity log. */
    ACTIVITY_LOG_VIEW("activityLog.view"),
    /** See partner profile. */
    PARTNER_PROFILE_VIEW("partnerProfile.view"),
    /** Update legal profile; support profile; security contact. */
    PARTNER_PROFILE_UPDATE("partnerProfile.update"),
    /** Create; edit; remove partner users; assign roles. */
    PARTNER_USER_MANAGE("partnerUser.manage"),
    /** Reset a partner user's password (a global admin's only by a global admin). */
    PARTNER_USER_RESET_PASSWORD("partnerUser.resetPassword"),
    /** Sign the partner agreement. */
    PARTNER_AGREEMENT_SIGN("partnerAgreement.sign"),
    /** Register API apps and webhooks. */
    INTEGRATION_MANAGE("integration.manage"),
    /** See own profile and change own password. */
    PROFILE_SELF("profile.self");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    /** The name in the matrix, for example {@code customer.add}. */
    public String key() {
        return key;
    }
}
