package oroshi.administration;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.HELPDESK_AGENT;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.UserId;
import oroshi.rest.PageRequest;
import oroshi.rest.Pages;
import oroshi.rest.ResourceCollection;

/** Who administers what in a customer's directory, on the wire. */
@RestController
class DirectoryRoleController {
    private static final String CUSTOMER = "/v1/customers/{customerId}";
    private static final String MEMBERS = CUSTOMER + "/directoryroles/{roleId}/usermembers";

    private final CustomerUsers users;
    private final Pages pages;

    DirectoryRoleController(CustomerUsers users, Pages pages) {
        this.users = users;
        this.pages = pages;
    }

    @GetMapping(CUSTOMER + "/directoryroles")
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    ResourceCollection<DirectoryRoleResource> list(@PathVariable CustomerId customerId, Caller caller) {
        return ResourceCollection.of(users.roles(caller, customerId).stream()
                .map(DirectoryRoleResource::of)
                .toList());
    }

    @GetMapping(CUSTOMER + "/users/{userId}/directoryroles")
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    ResourceCollection<DirectoryRoleResource> ofUser(
            @PathVariable CustomerId customerId, @PathVariable UserId userId, Caller caller) {
        return ResourceCollection.of(users.get(caller, customerId, userId).directoryRoles().stream()
                .sorted()
                .map(DirectoryRoleResource::of)
                .toList());
    }

    @GetMapping(MEMBERS)
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    ResourceCollection<UserMemberResource> members(
            @PathVariable CustomerId customerId, @PathVariable String roleId, PageRequest page, Caller caller) {
        var role = CustomerUsers.role(roleId);
        return pages.answer(
                page,
                users.holders(caller, customerId, role, page),
                placed -> List.of(placed.value(), placed.user().id().toString()),
                placed -> UserMemberResource.of(placed.user(), role.id()));
    }

    @PostMapping(MEMBERS)
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(roles = ADMIN_AGENT)
    UserMemberResource add(
            @PathVariable CustomerId customerId,
            @PathVariable String roleId,
            @RequestBody UserMemberResource body,
            Caller caller) {
        var role = CustomerUsers.role(roleId);
        return UserMemberResource.of(users.giveRole(caller, customerId, role, body.toUserId()), role.id());
    }

    @DeleteMapping(MEMBERS + "/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(roles = ADMIN_AGENT)
    void remove(
            @PathVariable CustomerId customerId,
            @PathVariable String roleId,
            @PathVariable UserId userId,
            Caller caller) {
        users.takeRole(caller, customerId, CustomerUsers.role(roleId), userId);
    }
}
