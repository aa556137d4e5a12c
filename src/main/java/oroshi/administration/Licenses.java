package oroshi.administration;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.directory.DirectoryUser;
import oroshi.directory.Members;

/** Who of a customer uses which product. Never are more licenses assigned than the customer's subscriptions give. */
@Service
public class Licenses {
    private final AdministeredDirectory directory;
    private final ConditionalAccess access;
    private final Members members;
    private final LicensePool pool;
    private final LicenseTable table;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Licenses(
            AdministeredDirectory directory,
            ConditionalAccess access,
            Members members,
            LicensePool pool,
            LicenseTable table,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.access = access;
        this.members = members;
        this.pool = pool;
        this.table = table;
        this.clocks = clocks;
        this.events = events;
    }

    /** The products of which the customer has licenses, whoever sold them, by title. */
    @Transactional(readOnly = true)
    public List<SubscribedSku> subscribed(Caller caller, CustomerId customerId, Set<LicenseGroup> groups) {
        return subscribed(directory.toRead(caller, customerId)).values().stream()
                .filter(sku -> groups.contains(sku.sku().group()))
                .sorted((one, other) ->
                        one.sku().partNumber().compareTo(other.sku().partNumber()))
                .toList();
    }

    /** What the person uses; refuses a person who is not there. */
    @Transactional(readOnly = true)
    public List<UserLicense> of(Caller caller, CustomerId customerId, UserId userId, Set<LicenseGroup> groups) {
        var tenantId = directory.toRead(caller, customerId);
        access.require(caller, tenantId);
        if (members.find(tenantId, userId).isEmpty()) {
            throw Refusal.because(AdministrationRefusal.USER_UNKNOWN);
        }
        return of(tenantId, List.of(userId)).getOrDefault(userId, List.of()).stream()
                .filter(license -> groups.contains(license.sku().group()))
                .toList();
    }

    /** What each of these people uses; those who use nothing are absent. */
    @Transactional(readOnly = true)
    public Map<UserId, List<UserLicense>> of(Caller caller, CustomerId customerId, Collection<UserId> users) {
        return of(directory.toRead(caller, customerId), users);
    }

    /**
     * Changes what the person uses, all of it or nothing. A product that the person uses already is replaced. Of two
     * people for the last license the later is refused.
     */
    @Transactional
    public void update(Caller caller, CustomerId customerId, UserId userId, LicenseUpdate update) {
        var tenantId = directory.toChange(caller, customerId);
        access.require(caller, tenantId);
        var user =
                members.lock(tenantId, userId).orElseThrow(() -> Refusal.because(AdministrationRefusal.USER_UNKNOWN));
        var chosen = ChosenLicenses.of(update, pool.of(tenantId).values());
        if (!chosen.assign().isEmpty() && user.details().usageLocation().isEmpty()) {
            throw Refusal.because(AdministrationRefusal.LOCATION_MISSING);
        }
        var before = names(tenantId, userId);
        chosen.skus().forEach(sku -> table.lock(tenantId, sku));
        chosen.remove().forEach(sku -> take(tenantId, userId, sku));
        var now = clocks.of(caller.partnerId()).instant();
        // Read again under the lock: a subscription may have lost licenses meanwhile.
        var subscribed = pool.of(tenantId);
        chosen.assign().forEach((sku, excluded) -> {
            if (!give(tenantId, new License(userId, sku, excluded), subscribed, now)) {
                throw Refusal.of("LicenseQuotaExceeded", AdministrationRefusal.LICENSE_EXHAUSTED, customerId, sku);
            }
        });
        tell(user, before, names(tenantId, userId));
    }

    /** Takes everything from somebody who was deleted, and keeps it in mind. */
    void free(TenantId tenantId, UserId userId, Instant now) {
        for (var license : inLockOrder(table.list(tenantId, List.of(userId)))) {
            table.lock(tenantId, license.skuId());
            table.free(tenantId, license, now);
            table.release(tenantId, license.skuId());
        }
    }

    /** Gives back what somebody had before being deleted, as far as it is left, and returns what is not. */
    List<LicenseSku> giveBack(TenantId tenantId, UserId userId, Instant now) {
        var former = inLockOrder(table.listFreed(tenantId, userId));
        former.forEach(license -> table.lock(tenantId, license.skuId()));
        var subscribed = pool.of(tenantId);
        var missing = former.stream()
                .filter(license -> !give(tenantId, license, subscribed, now))
                .toList();
        missing.forEach(license -> table.remove(tenantId, license));
        return missing.stream()
                .map(license -> subscribed.get(license.skuId()))
                .filter(Objects::nonNull)
                .map(SubscribedSku::sku)
                .toList();
    }

    private static List<License> inLockOrder(List<License> licenses) {
        return licenses.stream().sorted(Comparator.comparing(License::skuId)).toList();
    }

    /** Forgets what people had who are gone for good. */
    void forget(TenantId tenantId, List<UserId> users) {
        if (!users.isEmpty()) {
            table.forget(tenantId, users);
        }
    }

    private boolean give(TenantId tenantId, License license, Map<UUID, SubscribedSku> subscribed, Instant now) {
        var sku = subscribed.get(license.skuId());
        var isUsed = table.find(tenantId, license.userId(), license.skuId()).isPresent();
        if (!isUsed && (sku == null || !table.claim(tenantId, license.skuId(), sku.total()))) {
            return false;
        }
        table.put(tenantId, license, now);
        return true;
    }

    private void take(TenantId tenantId, UserId userId, UUID sku) {
        table.find(tenantId, userId, sku).ifPresent(license -> {
            table.remove(tenantId, license);
            table.release(tenantId, sku);
        });
    }

    private Map<UUID, SubscribedSku> subscribed(TenantId tenantId) {
        var assigned = table.countAssigned(tenantId);
        var skus = new HashMap<>(pool.of(tenantId));
        skus.replaceAll((id, sku) -> sku.consumedBy(assigned.getOrDefault(id, 0)));
        return skus;
    }

    private Map<UserId, List<UserLicense>> of(TenantId tenantId, Collection<UserId> users) {
        var assigned = table.list(tenantId, users);
        if (assigned.isEmpty()) {
            return Map.of();
        }
        var subscribed = pool.of(tenantId);
        return assigned.stream()
                .filter(license -> subscribed.containsKey(license.skuId()))
                .collect(Collectors.groupingBy(
                        License::userId,
                        Collectors.mapping(license -> shown(license, subscribed), Collectors.toList())));
    }

    private static UserLicense shown(License license, Map<UUID, SubscribedSku> subscribed) {
        var sku = Objects.requireNonNull(subscribed.get(license.skuId())).sku();
        return new UserLicense(sku, license.excludedPlans().isEmpty());
    }

    private List<String> names(TenantId tenantId, UserId userId) {
        return of(tenantId, List.of(userId)).getOrDefault(userId, List.of()).stream()
                .map(license -> license.sku().title().english() + (license.withPlan() ? "" : " (no service plan)"))
                .sorted()
                .toList();
    }

    private void tell(DirectoryUser user, List<String> before, List<String> after) {
        if (!after.equals(before)) {
            events.publishEvent(new LicensesChanged(user, before, after));
        }
    }
}
