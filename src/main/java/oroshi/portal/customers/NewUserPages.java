package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.administration.CustomerUsers;
import oroshi.administration.LicenseGroup;
import oroshi.administration.Licenses;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.customers.Customer;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryRole;
import oroshi.directory.TemporaryPassword;
import oroshi.onboarding.PasswordSlots;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** Adds one user with permissions and licenses; the temporary password is shown once. */
@Controller
@Needs(Permission.CUSTOMER_USER_MANAGE)
class NewUserPages {
    private final UserDirectory directory;
    private final Directory domains;
    private final CustomerUsers users;
    private final Licenses licenses;
    private final PasswordSlots passwords;

    NewUserPages(
            UserDirectory directory,
            Directory domains,
            CustomerUsers users,
            Licenses licenses,
            PasswordSlots passwords) {
        this.directory = directory;
        this.domains = domains;
        this.users = users;
        this.licenses = licenses;
        this.passwords = passwords;
    }

    @GetMapping("/customers/{customerId}/users/new")
    Page form(Caller caller, Texts texts, @PathVariable CustomerId customerId) {
        var customer = directory.administered(caller, customerId);
        var form = Form.empty().fill("usageLocation", customer.country()).fill("permissions", "standard");
        return page(caller, texts, customer, form);
    }

    @PostMapping("/customers/{customerId}/users")
    Page add(Caller caller, Texts texts, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var customer = directory.administered(caller, customerId);
        var wanted = new NewUserForm(Form.of(request)).check();
        if (wanted.form().isRejected()) {
            return page(caller, texts, customer, wanted.form()).rejected();
        }
        try {
            var password = TemporaryPassword.generate();
            var added = users.add(caller, customerId, wanted.toMember(password), wanted.licenses());
            passwords.put(
                    added.id(),
                    caller.userId().orElseThrow(),
                    request.getSession().getId(),
                    password.reveal());
            return Page.redirect("/customers/" + customerId + "/users/" + added.id() + "/password");
        } catch (Refusal refusal) {
            return page(caller, texts, customer, LicenseRefusals.into(wanted.form(), refusal))
                    .rejected();
        }
    }

    private Page page(Caller caller, Texts texts, Customer customer, Form form) {
        var language = texts.language().locale();
        return Page.of(
                "customers/user-new",
                "head",
                RecordHead.of(caller, customer),
                "form",
                form,
                "domains",
                domains.managedDomains(customer.id().tenantId()).stream()
                        .map(domain -> Choice.of(domain, "@" + domain))
                        .toList(),
                "locations",
                Locations.choices(language),
                "permissions",
                permissions(texts),
                "roles",
                limited(texts),
                "products",
                products(caller, customer.id(), texts, language));
    }

    private static List<Choice> permissions(Texts texts) {
        return Stream.of("standard", "global_admin", NewUserForm.LIMITED)
                .map(each -> Choice.of(each, texts.text("customerUsers.permission." + each)))
                .toList();
    }

    private static List<Choice> limited(Texts texts) {
        return Arrays.stream(DirectoryRole.values())
                .filter(role -> role != DirectoryRole.COMPANY_ADMINISTRATOR)
                .map(role -> Choice.of(role.key(), texts.text("directoryRole." + role.key())))
                .toList();
    }

    /** Products of which a license is left. */
    private List<Choice> products(Caller caller, CustomerId customerId, Texts texts, Locale language) {
        return licenses.subscribed(caller, customerId, Set.of(LicenseGroup.GROUP1)).stream()
                .filter(sku -> sku.available() > 0 && !sku.sku().forTenant())
                .map(sku -> Choice.of(
                        sku.sku().id().toString(),
                        texts.text(
                                "customerUsers.productWithLicenses",
                                "product",
                                sku.sku().title().in(language),
                                "left",
                                sku.available())))
                .toList();
    }
}
