package oroshi.portal.customerportal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.AccessRefusal;
import oroshi.access.CustomerCaller;
import oroshi.access.Role;
import oroshi.basics.Refusal;
import oroshi.customers.Companies;
import oroshi.customers.CountryRules;
import oroshi.customers.CustomerEntry;
import oroshi.directory.Directory;
import oroshi.directory.Users;
import oroshi.portal.Choice;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.portal.customers.BillingForm;

/** What a company says about itself; a partner that it accepts begins with it. */
@Controller
class CompanyPages {
    private static final String PAGE = "/customer-portal/company";
    private static final String HOME = "/customer-portal/partners";

    private final Companies companies;
    private final Users users;
    private final Directory directory;

    CompanyPages(Companies companies, Users users, Directory directory) {
        this.companies = companies;
        this.users = users;
        this.directory = directory;
    }

    @GetMapping(PAGE)
    Page edit(CustomerCaller caller, Texts texts, HttpServletRequest request) {
        var person = users.get(caller.tenantId(), caller.userId());
        var form = Form.of(values(companies.describe(caller.tenantId(), person)));
        return page(caller, texts, form.fill("back", Form.of(request).value("back")));
    }

    @PostMapping(PAGE)
    Page save(CustomerCaller caller, Texts texts, HttpServletRequest request) {
        if (!caller.globalAdmin()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, Role.GLOBAL_ADMIN.key());
        }
        var form = Form.of(request);
        try {
            companies.save(caller.tenantId(), entry(form, country(caller)));
        } catch (Refusal refusal) {
            BillingForm.reject(form, refusal);
            return page(caller, texts, form).rejected();
        }
        return Page.redirect(back(form)).flash(Flash.success("company.saved"));
    }

    private Page page(CustomerCaller caller, Texts texts, Form form) {
        var rules = CountryRules.of(country(caller));
        var language = texts.language().locale();
        return Page.of(
                "customerportal/company",
                "form",
                form,
                "country",
                rules,
                "states",
                rules.subdivisions().stream()
                        .map(each -> Choice.of(each.code(), each.in(language)))
                        .toList(),
                "cultures",
                rules.cultures().stream()
                        .map(each -> Choice.of(each.tag(), each.locale().getDisplayName(language)))
                        .toList(),
                "back",
                back(form),
                "globalAdmin",
                caller.globalAdmin());
    }

    private String country(CustomerCaller caller) {
        return directory.findTenant(caller.tenantId()).orElseThrow().country();
    }

    /** Where the visitor came from: a page of this portal. */
    private static String back(Form form) {
        var back = form.value("back");
        return back.matches("/customer-portal/invitations\\?[A-Za-z0-9=&_-]*") ? back : HOME;
    }

    private static CustomerEntry entry(Form form, String country) {
        return new CustomerEntry(
                country,
                form.value("companyName"),
                form.value("addressLine1"),
                form.value("addressLine2"),
                null,
                form.value("city"),
                form.value("state"),
                null,
                form.value("postalCode"),
                form.value("organizationRegistrationNumber"),
                form.value("culture"),
                null,
                form.value("firstName"),
                form.value("lastName"),
                form.value("email"),
                form.value("phoneNumber"));
    }

    private static Map<String, String> values(CustomerEntry entry) {
        var values = new LinkedHashMap<String, String>();
        values.put("companyName", text(entry.companyName()));
        values.put("addressLine1", text(entry.addressLine1()));
        values.put("addressLine2", text(entry.addressLine2()));
        values.put("city", text(entry.city()));
        values.put("state", text(entry.state()));
        values.put("postalCode", text(entry.postalCode()));
        values.put("organizationRegistrationNumber", text(entry.registrationId()));
        values.put("culture", text(entry.culture()));
        values.put("firstName", text(entry.firstName()));
        values.put("lastName", text(entry.lastName()));
        values.put("email", text(entry.email()));
        values.put("phoneNumber", text(entry.phone()));
        return values;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
