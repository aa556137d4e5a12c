package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.customers.BillingChange;
import oroshi.customers.Customer;
import oroshi.customers.CustomerRefusal;
import oroshi.customers.CustomerRules;
import oroshi.customers.Customers;
import oroshi.customers.MailLimits;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;

/** The form that updates to whom a customer is billed. */
@Controller
@Needs(Permission.CUSTOMER_UPDATE)
class CustomerBillingPages {
    private final Customers customers;
    private final CustomerRules rules;
    private final MailLimits limits;
    private final Locales locales;

    CustomerBillingPages(Customers customers, CustomerRules rules, MailLimits limits, Locales locales) {
        this.customers = customers;
        this.rules = rules;
        this.limits = limits;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/account/billing")
    Page edit(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var customer = customers.get(caller.partnerId(), customerId);
        return page(caller, request, customer, BillingForm.of(customer.billing()), List.of());
    }

    @PostMapping("/customers/{customerId}/account/billing")
    Page save(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var customer = customers.get(caller.partnerId(), customerId);
        var form = Form.of(request);
        try {
            var profile = rules.require(BillingForm.entry(form, customer), limits.of(caller.partnerId(), customer));
            var change = new BillingChange(profile, Optional.of(form.value("version")));
            customers.updateBillingProfile(caller.partnerId(), customerId, change);
        } catch (Refusal refusal) {
            return again(caller, customer, form, refusal, request);
        }
        return Page.redirect("/customers/" + customerId + "/account").flash(Flash.success("customers.billingSaved"));
    }

    /** The form again with what the user typed; after somebody else's edit also with what that one saved (I3). */
    private Page again(Caller caller, Customer seen, Form form, Refusal refusal, HttpServletRequest request) {
        if (!refusal.is(CustomerRefusal.CHANGED_MEANWHILE)) {
            BillingForm.reject(form, refusal);
            return page(caller, request, seen, form, List.of()).rejected();
        }
        var now = customers.get(caller.partnerId(), seen.id());
        var differences = BillingForm.differences(form, now.billing());
        form.reject("", "customer.changed").fill("version", now.billing().etag());
        return page(caller, request, now, form, differences).rejected();
    }

    private Page page(
            Caller caller,
            HttpServletRequest request,
            Customer customer,
            Form form,
            List<BillingForm.Difference> others) {
        var texts = locales.texts(request);
        var country = customer.billing().address().rules();
        return Page.of(
                "customers/billing",
                "head",
                RecordHead.of(caller, customer),
                "customer",
                customer,
                "country",
                country,
                "states",
                Choices.states(country, texts),
                "cultures",
                Choices.cultures(country, texts),
                "differences",
                others,
                "form",
                form);
    }
}
