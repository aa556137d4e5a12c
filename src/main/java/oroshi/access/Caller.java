package oroshi.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.UserId;

/**
 * Who asks, on behalf of which partner: a signed-in person, an application with a person behind it, or an application
 * alone.
 *
 * @param userId the person; empty for an application alone
 * @param applicationId the application; empty in the portal
 * @param name what logs show: the person's sign-in name or the application's name
 * @param roles what the person may be; looked up at each call, so a change counts at once
 * @param secondFactor whether the person proved a second factor in this session or token
 */
public record Caller(
        PartnerId partnerId,
        PartnerType partnerType,
        Cloud cloud,
        Optional<UserId> userId,
        Optional<UUID> applicationId,
        String name,
        Set<Role> roles,
        boolean secondFactor) {
    static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller of the present request; empty in work that no request started. */
    public static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work as this caller, with the partner's rows in scope. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(() -> oroshi.database.PartnerScope.run(partnerId, work));
    }

    /** Whether the person's roles and the partner's type allow it. */
    public boolean may(Permission permission) {
        return PartnerTypeLimits.allow(partnerType, cloud, permission)
                && PermissionMatrix.published().allows(roles, permission);
    }

    /** As {@link #may}, but read-only rights suffice. */
    public boolean mayRead(Permission permission) {
        return PartnerTypeLimits.allow(partnerType, cloud, permission)
                && PermissionMatrix.published().allowsReading(roles, permission);
    }

    public boolean isApplicationAlone() {
        return userId.isEmpty() && applicationId.isPresent();
    }
}
