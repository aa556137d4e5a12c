package oroshi.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.KnownAccounts;
import oroshi.access.Role;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.rest.PageRequest;
import oroshi.rest.Slice;

/**
 * The people of a customer's directory, for those who administer it. Who is deleted stays for 30 days and can be brought
 * back; the moments are those of the clock by which the caller works. Whether a caller may is asked before.
 */
@Service
public class Members {
    /** How long somebody who was deleted can be brought back. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Roles of a partner's people who become global admins of a directory that the partner administers. */
    private static final Set<Role> OVER_ADMINS = Set.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT);

    private final UserTable users;
    private final MemberTable members;
    private final UserListTable lists;
    private final TenantTable tenants;
    private final DomainTable domains;
    private final CredentialTable credentials;
    private final PasswordHashes hashes;
    private final KnownAccounts known;
    private final ApplicationEventPublisher events;

    Members(
            UserTable users,
            MemberTable members,
            UserListTable lists,
            TenantTable tenants,
            DomainTable domains,
            CredentialTable credentials,
            PasswordHashes hashes,
            KnownAccounts known,
            ApplicationEventPublisher events) {
        this.users = users;
        this.members = members;
        this.lists = lists;
        this.tenants = tenants;
        this.domains = domains;
        this.credentials = credentials;
        this.hashes = hashes;
        this.known = known;
        this.events = events;
    }

    /**
     * A page of the people of the tenant.
     *
     * @param present whether those are wanted who are there
     * @param deletedAt set when those are wanted who were deleted and can come back at the moment
     */
    @Transactional(readOnly = true)
    public Slice<PlacedUser> list(
            TenantId tenantId, boolean present, Optional<Instant> deletedAt, UserSort sort, PageRequest page) {
        return Slice.cut(page, lists.read(tenantId, present, deletedAt.map(now -> now.minus(KEPT)), sort, page));
    }

    /** How many people can be brought back at the moment. */
    @Transactional(readOnly = true)
    public int countDeleted(TenantId tenantId, Instant now) {
        return lists.countDeleted(tenantId, now.minus(KEPT));
    }

    /** Somebody who is there; who was deleted counts as missing. */
    @Transactional(readOnly = true)
    public DirectoryUser get(TenantId tenantId, UserId userId) {
        return users.find(tenantId, userId).orElseThrow(() -> Refusal.because(DirectoryRefusal.USER_UNKNOWN));
    }

    @Transactional(readOnly = true)
    public Optional<DirectoryUser> find(TenantId tenantId, UserId userId) {
        return users.find(tenantId, userId);
    }

    /** Somebody who can be brought back at the moment. */
    @Transactional(readOnly = true)
    public Optional<DirectoryUser> findDeleted(TenantId tenantId, UserId userId, Instant now) {
        return users.findDeleted(tenantId, userId, now.minus(KEPT));
    }

    /** As {@link #get}, and nobody else changes or deletes the person until the transaction ends. */
    @Transactional
    public Optional<DirectoryUser> lock(TenantId tenantId, UserId userId) {
        return members.lock(tenantId, userId) ? users.find(tenantId, userId) : Optional.empty();
    }

    /** Adds somebody; refuses a name that is taken, be it by somebody deleted, or not at one of the directory's domains. */
    @Transactional
    public DirectoryUser add(TenantId tenantId, NewMember member) {
        requireOwnDomain(tenantId, member.signInName());
        var tenant = tenants.find(tenantId).orElseThrow(() -> Refusal.because(DirectoryRefusal.USER_UNKNOWN));
        var id = UserId.next();
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var hash = member.password().hash(hashes);
        if (!members.insert(tenant, id, member, hash, expiry(member.password(), now), now)) {
            throw taken(member.signInName());
        }
        member.roles().forEach(role -> users.addRole(tenantId, id, role));
        var user = get(tenantId, id);
        events.publishEvent(UserChange.added(user));
        return user;
    }

    /** Changes what the change names. A new password ends the sessions that the old one opened. */
    @Transactional
    public DirectoryUser change(TenantId tenantId, UserId userId, MemberChange change) {
        var before = lock(tenantId, userId).orElseThrow(() -> Refusal.because(DirectoryRefusal.USER_UNKNOWN));
        change.signInName().ifPresent(name -> requireOwnDomain(tenantId, name));
        if (!members.update(before, change)) {
            throw taken(change.signInName().orElse(before.signInName()));
        }
        var after = get(tenantId, userId);
        if (!after.equals(before)) {
            known.forgetAfterCommit(tenantId, userId);
            events.publishEvent(UserChange.changed(before, after));
        }
        change.password().ifPresent(password -> set(after, password));
        return get(tenantId, userId);
    }

    /** Gives the person another password; an admin's only with an admin agent's rights. */
    @Transactional
    public DirectoryUser setPassword(TenantId tenantId, UserId userId, GivenPassword password, Set<Role> callersRoles) {
        var user = get(tenantId, userId);
        if (user.isAdmin() && Collections.disjoint(callersRoles, OVER_ADMINS)) {
            throw Refusal.because(DirectoryRefusal.ADMIN_NOT_YOURS);
        }
        set(user, password);
        return get(tenantId, userId);
    }

    /** The old password opens nothing any more, and whoever is signed in with it is signed out. */
    private void set(DirectoryUser user, GivenPassword password) {
        password.check(user.signInName());
        var now = Instant.now();
        credentials.setPassword(user.tenantId(), user.id(), password.hash(hashes), expiry(password, now));
        credentials.endSessions(user.tenantId(), user.id(), now);
        known.forgetAfterCommit(user.tenantId(), user.id());
        events.publishEvent(UserChange.passwordReset(user));
    }

    /** Deletes the person, who can be brought back for a while; the last global admin remains. */
    @Transactional
    public void delete(TenantId tenantId, UserId userId, Instant now) {
        var user = get(tenantId, userId);
        requireAnotherAdmin(user);
        if (!members.markDeleted(tenantId, userId, now)) {
            throw Refusal.because(DirectoryRefusal.USER_UNKNOWN);
        }
        known.forgetAfterCommit(tenantId, userId);
        events.publishEvent(UserChange.removed(user));
    }

    /** Brings back somebody who was deleted; false when nobody with the id can be brought back any more. */
    @Transactional
    public boolean restore(TenantId tenantId, UserId userId, Instant now) {
        if (!members.restore(tenantId, userId, now.minus(KEPT))) {
            return false;
        }
        known.forgetAfterCommit(tenantId, userId);
        events.publishEvent(UserChange.restored(get(tenantId, userId)));
        return true;
    }

    /** Removes for good who was deleted longer ago, and says who that was; the names are free again. */
    @Transactional
    public List<UserId> purge(TenantId tenantId, Instant now) {
        return members.purge(tenantId, now.minus(KEPT));
    }

    /** A page of those who hold the role. */
    @Transactional(readOnly = true)
    public Slice<PlacedUser> holders(TenantId tenantId, DirectoryRole role, PageRequest page) {
        return Slice.cut(page, lists.readHolders(tenantId, role, page));
    }

    /** Gives the person the role; refuses when the person holds it already. */
    @Transactional
    public DirectoryUser giveRole(TenantId tenantId, UserId userId, DirectoryRole role) {
        if (!members.lock(tenantId, userId)) {
            throw Refusal.because(DirectoryRefusal.MEMBER_UNKNOWN);
        }
        if (!users.addRole(tenantId, userId, role)) {
            throw Refusal.because(DirectoryRefusal.ROLE_HELD);
        }
        return told(tenantId, userId, role, true);
    }

    /** Takes the role away; the last global admin keeps it. */
    @Transactional
    public DirectoryUser takeRole(TenantId tenantId, UserId userId, DirectoryRole role) {
        var user = users.find(tenantId, userId)
                .filter(holder -> holder.directoryRoles().contains(role))
                .orElseThrow(() -> Refusal.because(DirectoryRefusal.ROLE_NOT_HELD));
        if (role == DirectoryRole.COMPANY_ADMINISTRATOR) {
            requireAnotherAdmin(user);
        }
        if (!users.removeRole(tenantId, userId, role)) {
            throw Refusal.because(DirectoryRefusal.ROLE_NOT_HELD);
        }
        return told(tenantId, userId, role, false);
    }

    private DirectoryUser told(TenantId tenantId, UserId userId, DirectoryRole role, boolean given) {
        var user = get(tenantId, userId);
        known.forgetAfterCommit(tenantId, userId);
        events.publishEvent(new RoleMember(user, role, given));
        return user;
    }

    private void requireAnotherAdmin(DirectoryUser user) {
        // The rows are locked, so two admins who are deleted at once do not both go.
        if (user.directoryRoles().contains(DirectoryRole.COMPANY_ADMINISTRATOR)
                && !users.lockOthersWith(user.tenantId(), user.id(), Role.GLOBAL_ADMIN)) {
            throw Refusal.because(DirectoryRefusal.LAST_GLOBAL_ADMIN);
        }
    }

    private void requireOwnDomain(TenantId tenantId, String signInName) {
        var domain = signInName.substring(signInName.indexOf('@') + 1);
        if (domains.managed(tenantId).contains(domain)) {
            return;
        }
        if (domains.of(tenantId).contains(domain)) {
            throw Refusal.of("userPrincipalName", DirectoryRefusal.DOMAIN_FEDERATED, domain);
        }
        throw Refusal.of("userPrincipalName", DirectoryRefusal.SIGN_IN_NAME_FORMAT);
    }

    private static Refusal taken(String signInName) {
        return Refusal.of("userPrincipalName", DirectoryRefusal.SIGN_IN_NAME_TAKEN, signInName);
    }

    private static @Nullable Instant expiry(GivenPassword password, Instant now) {
        return password.mustChange() ? now.plus(NewAccount.TEMPORARY_PASSWORD_LIFETIME) : null;
    }
}
