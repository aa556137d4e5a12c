package oroshi.administration;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.HELPDESK_AGENT;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.rest.PageRequest;
import oroshi.rest.Pages;
import oroshi.rest.ResourceCollection;

/** The users of a customer on the wire. */
@RestController
class CustomerUserController {
    private static final String USERS = "/v1/customers/{customerId}/users";
    private static final String USER = USERS + "/{userId}";

    private final CustomerUsers users;
    private final Pages pages;

    CustomerUserController(CustomerUsers users, Pages pages) {
        this.users = users;
        this.pages = pages;
    }

    @GetMapping(USERS)
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    ResourceCollection<CustomerUserResource> list(
            @PathVariable CustomerId customerId, PageRequest page, Caller caller) {
        var wanted = UserList.of(page);
        var found = users.list(caller, customerId, wanted.states(), wanted.sort(), page);
        return pages.answer(
                page,
                found,
                placed -> List.of(placed.value(), placed.user().id().toString()),
                placed -> CustomerUserResource.of(placed.user()));
    }

    @PostMapping(USERS)
    @Allows(roles = ADMIN_AGENT)
    CustomerUserResource create(
            @PathVariable CustomerId customerId, @RequestBody CustomerUserRequest body, Caller caller) {
        var password = body.toPassword();
        return CustomerUserResource.created(users.add(caller, customerId, body.toNewMember(password)), password);
    }

    @GetMapping(USER)
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    CustomerUserResource get(@PathVariable CustomerId customerId, @PathVariable UserId userId, Caller caller) {
        return CustomerUserResource.of(users.get(caller, customerId, userId));
    }

    @PatchMapping(USER)
    @Allows(roles = ADMIN_AGENT)
    CustomerUserResource update(
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            @RequestBody CustomerUserRequest body,
            Caller caller) {
        if (body.state() == UserState.INACTIVE) {
            throw Refusal.of("state", AdministrationRefusal.NOT_BY_STATE);
        }
        var restoring = body.state() == UserState.ACTIVE;
        return CustomerUserResource.of(users.change(caller, customerId, userId, body.toChange(), restoring));
    }

    @DeleteMapping(USER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(roles = ADMIN_AGENT)
    void delete(@PathVariable CustomerId customerId, @PathVariable UserId userId, Caller caller) {
        users.delete(caller, customerId, userId);
    }

    @PatchMapping(USER + "/resetpassword")
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    CustomerUserResource resetPassword(
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            @RequestBody CustomerUserRequest body,
            Caller caller) {
        var password = body.toPassword();
        return CustomerUserResource.reset(users.resetPassword(caller, customerId, userId, password), password);
    }
}
