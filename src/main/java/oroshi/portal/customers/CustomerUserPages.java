package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.administration.CustomerUsers;
import oroshi.administration.Licenses;
import oroshi.basics.CustomerId;
import oroshi.basics.UserId;
import oroshi.customers.Customers;
import oroshi.directory.DirectoryUser;
import oroshi.directory.GivenPassword;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;
import oroshi.onboarding.PasswordSlots;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.PortalSettings;

/** Users and licenses of a customer's record: who is in the customer's directory, and new passwords for them. */
@Controller
class CustomerUserPages {
    private static final String PAGE = "/customers/{customerId}/users";
    private static final String PASSWORD = PAGE + "/{userId}/password";

    private final Customers customers;
    private final UserDirectory directory;
    private final Users users;
    private final CustomerUsers customerUsers;
    private final Licenses licenses;
    private final PasswordSlots passwords;
    private final PortalSettings settings;

    CustomerUserPages(
            Customers customers,
            UserDirectory directory,
            Users users,
            CustomerUsers customerUsers,
            Licenses licenses,
            PasswordSlots passwords,
            PortalSettings settings) {
        this.customers = customers;
        this.directory = directory;
        this.users = users;
        this.customerUsers = customerUsers;
        this.licenses = licenses;
        this.passwords = passwords;
        this.settings = settings;
    }

    @GetMapping(PAGE)
    @Needs(Permission.CUSTOMER_VIEW)
    Page list(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var customer = customers.get(caller.partnerId(), customerId);
        var head = RecordHead.of(caller, customer);
        var elsewhere = settings.userPortal(customer.cloud());
        if (elsewhere.isPresent() || !caller.may(Permission.CUSTOMER_USER_VIEW)) {
            return Page.of("customers/users-elsewhere", "head", head, "portal", elsewhere.orElse(""));
        }
        if (!directory.isAdministered(caller, customer)) {
            return Page.of("customers/users-unadministered", "head", head);
        }
        var form = Form.of(request);
        var listing = CustomerUserListing.of(form, "/customers/" + customerId + "/users");
        var found = users.list(customerId.tenantId(), listing.search(), listing.portion());
        return Page.of(
                "customers/users",
                "head",
                head,
                "form",
                form,
                "listing",
                listing.list(
                        found,
                        licenses.of(
                                caller,
                                customerId,
                                found.users().stream().map(DirectoryUser::id).toList()),
                        customerUsers.countDeleted(caller, customerId)));
    }

    @GetMapping(PAGE + "/{userId}/reset")
    @Needs(Permission.CUSTOMER_USER_RESET_PASSWORD)
    Page askReset(Caller caller, @PathVariable CustomerId customerId, @PathVariable UserId userId) {
        var customer = directory.administered(caller, customerId);
        var person = users.get(customerId.tenantId(), userId);
        return Page.of("customers/user-reset", "head", RecordHead.of(caller, customer), "person", person);
    }

    @PostMapping(PASSWORD)
    @Needs(Permission.CUSTOMER_USER_RESET_PASSWORD)
    Page reset(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            HttpServletRequest request) {
        directory.administered(caller, customerId);
        var password = TemporaryPassword.generate();
        customerUsers.resetPassword(caller, customerId, userId, GivenPassword.temporary(password));
        passwords.put(userId, user(caller), request.getSession().getId(), password.reveal());
        return Page.redirect("/customers/" + customerId + "/users/" + userId + "/password");
    }

    /** The new password, for the one who reset it, until done. */
    @GetMapping(PASSWORD)
    @Needs(Permission.CUSTOMER_USER_RESET_PASSWORD)
    Page password(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            HttpServletRequest request,
            HttpServletResponse response) {
        var customer = directory.administered(caller, customerId);
        DirectoryUser person = users.get(customerId.tenantId(), userId);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Page.of(
                "customers/user-password",
                "head",
                RecordHead.of(caller, customer),
                "person",
                person,
                "password",
                passwords
                        .read(userId, user(caller), request.getSession().getId())
                        .orElse(""));
    }

    @PostMapping(PASSWORD + "/done")
    @Needs(Permission.CUSTOMER_USER_RESET_PASSWORD)
    Page done(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            HttpServletRequest request) {
        directory.administered(caller, customerId);
        passwords.wipe(userId, user(caller), request.getSession().getId());
        return Page.redirect("/customers/" + customerId + "/users");
    }

    private static UserId user(Caller caller) {
        return caller.userId().orElseThrow();
    }
}
