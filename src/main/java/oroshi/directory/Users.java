package oroshi.directory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.KnownAccounts;
import oroshi.access.Role;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.database.PartnerScope;

/** The people of a tenant: who joins, what they may be, who leaves. */
@Service
public class Users {
    private final UserTable users;
    private final UserListTable lists;
    private final DomainTable domains;
    private final CredentialTable credentials;
    private final PasswordHashes hashes;
    private final KnownAccounts known;
    private final ApplicationEventPublisher events;

    Users(
            UserTable users,
            UserListTable lists,
            DomainTable domains,
            CredentialTable credentials,
            PasswordHashes hashes,
            KnownAccounts known,
            ApplicationEventPublisher events) {
        this.users = users;
        this.lists = lists;
        this.domains = domains;
        this.credentials = credentials;
        this.hashes = hashes;
        this.known = known;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<DirectoryUser> find(TenantId tenantId, UserId userId) {
        return users.find(tenantId, userId);
    }

    /** A page of the people of the tenant. */
    @Transactional(readOnly = true)
    public UserPage list(TenantId tenantId, UserSearch search, UserPageRequest page) {
        return lists.page(tenantId, search, page);
    }

    @Transactional(readOnly = true)
    public DirectoryUser get(TenantId tenantId, UserId userId) {
        return require(tenantId, userId);
    }

    /** Adds a person with a temporary password; refuses a name that is taken or not at one of the tenant's domains. */
    @Transactional
    public DirectoryUser add(TenantId tenantId, NewUser request) {
        var own = domains.managed(tenantId);
        var account = NewAccount.of(request, own.getFirst(), hashes.ofGenerated(request.password()), Instant.now());
        if (!own.contains(account.domain())) {
            throw Refusal.of("name", DirectoryRefusal.SIGN_IN_NAME_FORMAT);
        }
        if (!users.insert(tenantId, account)) {
            throw Refusal.of("name", DirectoryRefusal.SIGN_IN_NAME_TAKEN, account.signInName());
        }
        var user = require(tenantId, request.id());
        publish(UserChange.added(user));
        return user;
    }

    /** Replaces the roles of a person. Only a global admin makes or unmakes one, and the last one remains. */
    @Transactional
    public DirectoryUser changeRoles(TenantId tenantId, UserId userId, Set<Role> roles, Set<Role> callersRoles) {
        var before = require(tenantId, userId);
        var changed = symmetricDifference(before.roles(), roles);
        requireRank(changed, callersRoles);
        if (changed.contains(Role.GLOBAL_ADMIN) && !roles.contains(Role.GLOBAL_ADMIN)) {
            requireAnotherGlobalAdmin(tenantId, userId);
        }
        users.setRoles(tenantId, userId, roles);
        var after = require(tenantId, userId);
        known.forgetAfterCommit(tenantId, userId);
        publish(UserChange.changed(before, after));
        return after;
    }

    /** Gives the person a new temporary password; a global admin's only by a global admin. */
    @Transactional
    public TemporaryPassword resetPassword(TenantId tenantId, UserId userId, Set<Role> callersRoles) {
        var user = require(tenantId, userId);
        requireRank(user.roles(), callersRoles);
        var password = TemporaryPassword.generate();
        var now = Instant.now();
        var expiresAt = now.plus(NewAccount.TEMPORARY_PASSWORD_LIFETIME);
        credentials.setPassword(user.tenantId(), user.id(), hashes.ofGenerated(password), expiresAt);
        credentials.endSessions(user.tenantId(), user.id(), now);
        known.forgetAfterCommit(user.tenantId(), user.id());
        publish(UserChange.passwordReset(user));
        return password;
    }

    /** Sets a password for good, as an operator does who hands out accounts. */
    @Transactional
    public void setPassword(TenantId tenantId, UserId userId, String chosen) {
        credentials.setPassword(tenantId, userId, hashes.ofChosen(chosen), null);
        known.forgetAfterCommit(tenantId, userId);
    }

    /** Removes the person; the last global admin remains. */
    @Transactional
    public void remove(TenantId tenantId, UserId userId, Set<Role> callersRoles) {
        var user = require(tenantId, userId);
        requireRank(user.roles(), callersRoles);
        if (user.roles().contains(Role.GLOBAL_ADMIN)) {
            requireAnotherGlobalAdmin(tenantId, userId);
        }
        users.delete(tenantId, userId);
        known.forgetAfterCommit(tenantId, userId);
        publish(UserChange.removed(user));
    }

    /** What an operator does outside of any partner's work is nobody's activity. */
    private void publish(UserChange change) {
        if (PartnerScope.current().isPresent()) {
            events.publishEvent(change);
        }
    }

    private DirectoryUser require(TenantId tenantId, UserId userId) {
        return users.find(tenantId, userId).orElseThrow(() -> Refusal.because(DirectoryRefusal.USER_UNKNOWN));
    }

    private static void requireRank(Set<Role> concerned, Set<Role> callersRoles) {
        if (concerned.contains(Role.GLOBAL_ADMIN) && !callersRoles.contains(Role.GLOBAL_ADMIN)) {
            throw Refusal.because(DirectoryRefusal.ROLE_NOT_YOURS);
        }
    }

    private void requireAnotherGlobalAdmin(TenantId tenantId, UserId userId) {
        // The rows are locked, so two admins who remove each other at once do not both succeed.
        if (!users.lockOthersWith(tenantId, userId, Role.GLOBAL_ADMIN)) {
            throw Refusal.because(DirectoryRefusal.LAST_GLOBAL_ADMIN);
        }
    }

    private static Set<Role> symmetricDifference(Set<Role> before, Set<Role> after) {
        var changed = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (before.contains(role) != after.contains(role)) {
                changed.add(role);
            }
        }
        return changed;
    }
}
