package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.administration.CustomerUsers;
import oroshi.administration.CustomerUsers.Restored;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** Deletes users of a customer, shows who was deleted, and brings them back. */
@Controller
@Needs(Permission.CUSTOMER_USER_MANAGE)
class DeletedUserPages {
    private static final String USERS = "/customers/{customerId}/users";

    private final UserDirectory directory;
    private final CustomerUsers users;

    DeletedUserPages(UserDirectory directory, CustomerUsers users) {
        this.directory = directory;
        this.users = users;
    }

    @GetMapping(USERS + "/{userId}/delete")
    Page ask(Caller caller, @PathVariable CustomerId customerId, @PathVariable UserId userId) {
        return question(caller, customerId, userId, Form.empty());
    }

    @PostMapping(USERS + "/{userId}/delete")
    Page delete(Caller caller, @PathVariable CustomerId customerId, @PathVariable UserId userId) {
        directory.administered(caller, customerId);
        var name = users.get(caller, customerId, userId).displayName();
        try {
            users.delete(caller, customerId, userId);
        } catch (Refusal refusal) {
            return question(caller, customerId, userId, Form.empty().reject(refusal))
                    .rejected();
        }
        return Page.redirect("/customers/" + customerId + "/users")
                .flash(Flash.success("customerUsers.deletedNow", "name", name));
    }

    private Page question(Caller caller, CustomerId customerId, UserId userId, Form form) {
        var customer = directory.administered(caller, customerId);
        var person = users.get(caller, customerId, userId);
        return Page.of(
                "customers/user-delete", "head", RecordHead.of(caller, customer), "person", person, "form", form);
    }

    @GetMapping(USERS + "/deleted")
    Page list(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var customer = directory.administered(caller, customerId);
        var form = Form.of(request);
        var listing = CustomerUserListing.of(form, "/customers/" + customerId + "/users/deleted");
        var found = users.searchDeleted(caller, customerId, listing.search(), listing.portion());
        return Page.of(
                "customers/users-deleted",
                "head",
                RecordHead.of(caller, customer),
                "form",
                form,
                "listing",
                listing.list(found, Map.of(), users.countDeleted(caller, customerId)));
    }

    @PostMapping(USERS + "/{userId}/restore")
    Page restore(Caller caller, Texts texts, @PathVariable CustomerId customerId, @PathVariable UserId userId) {
        directory.administered(caller, customerId);
        var back = Page.redirect("/customers/" + customerId + "/users");
        return back.flash(told(users.restore(caller, customerId, userId), texts));
    }

    private static Flash told(Restored restored, Texts texts) {
        var name = restored.user().displayName();
        if (restored.missing().isEmpty()) {
            return Flash.success("customerUsers.restored", "name", name);
        }
        var missing = restored.missing().stream()
                .map(sku -> sku.title().in(texts.language().locale()))
                .collect(Collectors.joining(", "));
        return Flash.warning("customerUsers.restoredWithout", "name", name, "products", missing);
    }
}
