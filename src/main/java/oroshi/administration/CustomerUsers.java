package oroshi.administration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.directory.DirectoryRefusal;
import oroshi.directory.DirectoryRole;
import oroshi.directory.DirectoryUser;
import oroshi.directory.GivenPassword;
import oroshi.directory.MemberChange;
import oroshi.directory.Members;
import oroshi.directory.NewMember;
import oroshi.directory.PlacedUser;
import oroshi.directory.UserPage;
import oroshi.directory.UserPageRequest;
import oroshi.directory.UserSearch;
import oroshi.directory.UserSort;
import oroshi.directory.Users;
import oroshi.rest.PageRequest;
import oroshi.rest.Slice;

/**
 * The users of customers, for partners with delegated administration. Every verb refuses a customer that the caller's
 * partner does not serve, and one whose directory it does not administer.
 */
@Service
public class CustomerUsers {
    private final AdministeredDirectory directory;
    private final Members members;
    private final Users users;
    private final Licenses licenses;
    private final Clocks clocks;

    CustomerUsers(AdministeredDirectory directory, Members members, Users users, Licenses licenses, Clocks clocks) {
        this.directory = directory;
        this.members = members;
        this.users = users;
        this.licenses = licenses;
        this.clocks = clocks;
    }

    /**
     * Somebody who was deleted and is back.
     *
     * @param missing licenses that the user had and that others have by now
     */
    public record Restored(DirectoryUser user, List<LicenseSku> missing) {
        public Restored {
            missing = List.copyOf(missing);
        }
    }

    /** A page of the users in these states; of the deleted ones those who can be restored. */
    @Transactional(readOnly = true)
    Slice<PlacedUser> list(
            Caller caller, CustomerId customerId, Set<UserState> states, UserSort sort, PageRequest page) {
        var tenantId = directory.toRead(caller, customerId);
        var deletedAt = Optional.of(now(caller)).filter(any -> states.contains(UserState.INACTIVE));
        return members.list(tenantId, states.contains(UserState.ACTIVE), deletedAt, sort, page);
    }

    /** A page of the users who were deleted and can be restored. */
    @Transactional(readOnly = true)
    public UserPage searchDeleted(Caller caller, CustomerId customerId, UserSearch search, UserPageRequest page) {
        var tenantId = directory.toRead(caller, customerId);
        return users.list(tenantId, search.ofDeleted(now(caller).minus(Members.KEPT)), page);
    }

    /** How many users can be restored. */
    @Transactional(readOnly = true)
    public int countDeleted(Caller caller, CustomerId customerId) {
        return members.countDeleted(directory.toRead(caller, customerId), now(caller));
    }

    @Transactional(readOnly = true)
    public DirectoryUser get(Caller caller, CustomerId customerId, UserId userId) {
        return members.get(directory.toRead(caller, customerId), userId);
    }

    /** Adds a user; the name of somebody deleted longer ago than 30 days is free again. */
    @Transactional
    public DirectoryUser add(Caller caller, CustomerId customerId, NewMember user) {
        var tenantId = directory.toChange(caller, customerId);
        purge(caller, customerId);
        return members.add(tenantId, user);
    }

    /** Adds a user with licenses of these products, or nobody when one of them is not left. */
    @Transactional
    public DirectoryUser add(Caller caller, CustomerId customerId, NewMember user, List<String> products) {
        var added = add(caller, customerId, user);
        if (!products.isEmpty()) {
            var wanted = products.stream().map(LicenseUpdate.Wanted::whole).toList();
            licenses.update(caller, customerId, added.id(), new LicenseUpdate(wanted, List.of()));
        }
        return added;
    }

    /** Changes a user, who is restored before if that is asked and the user is deleted. */
    @Transactional
    public DirectoryUser change(
            Caller caller, CustomerId customerId, UserId userId, MemberChange change, boolean restoring) {
        if (restoring) {
            restore(caller, customerId, userId);
        }
        return members.change(directory.toChange(caller, customerId), userId, change);
    }

    /** Deletes a user, who can be restored for 30 days and whose licenses are free at once. */
    @Transactional
    public void delete(Caller caller, CustomerId customerId, UserId userId) {
        var tenantId = directory.toChange(caller, customerId);
        purge(caller, customerId);
        members.delete(tenantId, userId, now(caller));
        licenses.free(tenantId, userId, now(caller));
    }

    /** Brings a deleted user back, with the former licenses as far as they are left; nothing happens to a present one. */
    @Transactional
    public Restored restore(Caller caller, CustomerId customerId, UserId userId) {
        var tenantId = directory.toChange(caller, customerId);
        if (members.restore(tenantId, userId, now(caller))) {
            var missing = licenses.giveBack(tenantId, userId, now(caller));
            return new Restored(members.get(tenantId, userId), missing);
        }
        return new Restored(members.get(tenantId, userId), List.of());
    }

    /** Gives a user another password; an admin's only with an admin agent's rights. */
    @Transactional
    public DirectoryUser resetPassword(Caller caller, CustomerId customerId, UserId userId, GivenPassword password) {
        return members.setPassword(directory.toChange(caller, customerId), userId, password, caller.roles());
    }

    /** Whether somebody serves the customer, which is enough to see the roles that every directory has. */
    @Transactional(readOnly = true)
    public List<DirectoryRole> roles(Caller caller, CustomerId customerId) {
        directory.served(caller, customerId);
        return List.of(DirectoryRole.values());
    }

    /** A page of those who hold the role. */
    @Transactional(readOnly = true)
    public Slice<PlacedUser> holders(Caller caller, CustomerId customerId, DirectoryRole role, PageRequest page) {
        var tenantId = directory.toRead(caller, customerId);
        return members.holders(tenantId, role, page);
    }

    /** Gives the user the role; refuses a user who holds it. */
    @Transactional
    public DirectoryUser giveRole(Caller caller, CustomerId customerId, DirectoryRole role, UserId userId) {
        return members.giveRole(directory.toChange(caller, customerId), userId, role);
    }

    /** Takes the role from the user; the last global admin keeps it. */
    @Transactional
    public void takeRole(Caller caller, CustomerId customerId, DirectoryRole role, UserId userId) {
        members.takeRole(directory.toChange(caller, customerId), userId, role);
    }

    /** Whoever was deleted longer ago than 30 days is gone for good from the next change on. */
    private void purge(Caller caller, CustomerId customerId) {
        var tenantId = customerId.tenantId();
        licenses.forget(tenantId, members.purge(tenantId, now(caller)));
    }

    /** The role that every directory knows by the id. */
    static DirectoryRole role(String id) {
        return Arrays.stream(DirectoryRole.values())
                .filter(role -> role.id().toString().equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.because(DirectoryRefusal.ROLE_UNKNOWN));
    }

    private Instant now(Caller caller) {
        return clocks.of(caller.partnerId()).instant();
    }
}
