package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.administration.CustomerUsers;
import oroshi.administration.LicenseGroup;
import oroshi.administration.LicenseUpdate;
import oroshi.administration.Licenses;
import oroshi.administration.SubscribedSku;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;

/** Which products one user may use. */
@Controller
@Needs(Permission.CUSTOMER_USER_LICENSE)
class UserLicensePages {
    private static final String PAGE = "/customers/{customerId}/users/{userId}/licenses";
    private static final String FIELD = "licenses";
    private static final Set<LicenseGroup> ALL = EnumSet.allOf(LicenseGroup.class);

    private final UserDirectory directory;
    private final CustomerUsers users;
    private final Licenses licenses;

    UserLicensePages(UserDirectory directory, CustomerUsers users, Licenses licenses) {
        this.directory = directory;
        this.users = users;
        this.licenses = licenses;
    }

    @GetMapping(PAGE)
    Page edit(Caller caller, @PathVariable CustomerId customerId, @PathVariable UserId userId) {
        return page(caller, customerId, userId, Form.empty());
    }

    /** Ticked products are assigned, cleared ones are taken away; what has no box stays. */
    @PostMapping(PAGE)
    Page save(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            HttpServletRequest request) {
        directory.administered(caller, customerId);
        var user = users.get(caller, customerId, userId);
        var form = Form.of(request);
        try {
            for (var update : updates(caller, customerId, userId, Set.copyOf(form.values(FIELD)))) {
                licenses.update(caller, customerId, userId, update);
            }
        } catch (Refusal refusal) {
            return page(caller, customerId, userId, LicenseRefusals.into(form, refusal))
                    .rejected();
        }
        return Page.redirect("/customers/" + customerId + "/users")
                .flash(Flash.success("customerUsers.licensesUpdated", "name", user.displayName()));
    }

    /** One update for each license group in which something differs. */
    private List<LicenseUpdate> updates(Caller caller, CustomerId customerId, UserId userId, Set<String> ticked) {
        return ALL.stream()
                .map(group -> update(caller, customerId, userId, Set.of(group), ticked))
                .filter(update -> !update.assign().isEmpty() || !update.remove().isEmpty())
                .toList();
    }

    private LicenseUpdate update(
            Caller caller, CustomerId customerId, UserId userId, Set<LicenseGroup> groups, Set<String> ticked) {
        var had = had(caller, customerId, userId, groups);
        var known = licenses.subscribed(caller, customerId, groups).stream()
                .map(sku -> sku.sku().id().toString())
                .collect(Collectors.toSet());
        return new LicenseUpdate(
                ticked.stream()
                        .filter(known::contains)
                        .filter(sku -> !had.contains(sku))
                        .map(LicenseUpdate.Wanted::whole)
                        .toList(),
                had.stream().filter(sku -> !ticked.contains(sku)).toList());
    }

    private Set<String> had(Caller caller, CustomerId customerId, UserId userId, Set<LicenseGroup> groups) {
        return licenses.of(caller, customerId, userId, groups).stream()
                .map(license -> license.sku().id().toString())
                .collect(Collectors.toSet());
    }

    private Page page(Caller caller, CustomerId customerId, UserId userId, Form form) {
        var customer = directory.administered(caller, customerId);
        var person = users.get(caller, customerId, userId);
        var had = had(caller, customerId, userId, ALL);
        return Page.of(
                "customers/user-licenses",
                "head",
                RecordHead.of(caller, customer),
                "person",
                person,
                "products",
                products(caller, customerId, had),
                "ticked",
                form.isRejected() ? Set.copyOf(form.values(FIELD)) : had,
                "form",
                form);
    }

    private List<LicenseRow> products(Caller caller, CustomerId customerId, Set<String> had) {
        return licenses.subscribed(caller, customerId, ALL).stream()
                .filter(sku -> !sku.sku().forTenant())
                .map(sku -> row(sku, had))
                .toList();
    }

    private static LicenseRow row(SubscribedSku sku, Set<String> had) {
        var isHad = had.contains(sku.sku().id().toString());
        return new LicenseRow(sku, isHad || sku.available() > 0);
    }
}
