package oroshi.notifications;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import oroshi.access.Role;

/** What people are told about, and whose business it is. */
public enum NotificationKind {
    /** A customer accepted the agreement itself. */
    AGREEMENT_ACCEPTED(Role.ADMIN_AGENT, Role.SALES_AGENT),
    /** A subscription renews soon, and its customer accepted an older version of the agreement. */
    AGREEMENT_NEW_VERSION(Role.ADMIN_AGENT, Role.SALES_AGENT),
    /** A provider accepted a reseller's request; the reseller's global admin has to authorize it. */
    PARTNERSHIP_AGREED(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** A provider and a reseller work together from now on. */
    PARTNERSHIP_MADE(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** A customer that existed before accepted the partner as its reseller. */
    RELATIONSHIP_ACCEPTED(Role.ADMIN_AGENT, Role.SALES_AGENT),
    /** What a customer bought could not be set up. */
    SET_UP_FAILED(Role.ADMIN_AGENT, Role.SALES_AGENT),
    /** Another partner offers subscriptions of a customer, or asks for them. */
    TRANSFER_BEGUN(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT),
    /** A transfer went on: another partner decided, it expired, or it was carried out. */
    TRANSFER_CHANGED(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT),
    /** A trial ends soon; it is neither extended nor converted by itself. */
    TRIAL_ENDING(Role.ADMIN_AGENT, Role.SALES_AGENT);

    private final Set<Role> audience;

    NotificationKind(Role... audience) {
        this.audience = Set.of(audience);
    }

    /** Whether somebody with these roles is told. */
    boolean concerns(Collection<Role> roles) {
        return !Collections.disjoint(audience, roles);
    }
}
