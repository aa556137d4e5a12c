package oroshi.customers;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.BILLING_ADMIN;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.rest.EntityTag;

/** A customer's company and bill-to profile. */
@RestController
class ProfileController {
    private final Customers customers;
    private final CustomerRules rules;
    private final MailLimits limits;

    ProfileController(Customers customers, CustomerRules rules, MailLimits limits) {
        this.customers = customers;
        this.rules = rules;
        this.limits = limits;
    }

    @GetMapping("/v1/customers/{customerId}/profiles/company")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    CompanyProfileResource company(@PathVariable CustomerId customerId, Caller caller) {
        return CompanyProfileResource.of(customers.get(caller.partnerId(), customerId));
    }

    @GetMapping("/v1/customers/{customerId}/profiles/billing")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN, BILLING_ADMIN})
    ResponseEntity<BillingProfileResource> billing(@PathVariable CustomerId customerId, Caller caller) {
        return versioned(customers.get(caller.partnerId(), customerId));
    }

    @PutMapping("/v1/customers/{customerId}/profiles/billing")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT})
    ResponseEntity<BillingProfileResource> updateBilling(
            @PathVariable CustomerId customerId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody BillingProfileResource body,
            Caller caller) {
        var customer = customers.get(caller.partnerId(), customerId);
        var expected = EntityTag.of(ifMatch, body.attributes());
        if (!expected.isNamed()) {
            throw expected.stale();
        }
        var registrationId =
                customer.company().registrationId().map(RegistrationId::value).orElse(null);
        try {
            var profile = rules.require(body.toEntry(registrationId), limits.of(caller.partnerId(), customer));
            var change = new BillingChange(profile, expected.version());
            return versioned(customers.updateBillingProfile(caller.partnerId(), customerId, change));
        } catch (Refusal refusal) {
            throw refusal.is(CustomerRefusal.CHANGED_MEANWHILE) ? expected.stale() : ofTheProfile(refusal);
        }
    }

    /** Here the profile is the whole body, so its members are named without it. */
    private static Refusal ofTheProfile(Refusal refusal) {
        return refusal.problems().isEmpty()
                ? refusal
                : Refusal.of(refusal.problems().stream()
                        .map(problem -> new Problem(
                                problem.field().replaceFirst("^billingProfile\\.", ""),
                                problem.reason(),
                                problem.arguments()))
                        .toList());
    }

    private static ResponseEntity<BillingProfileResource> versioned(Customer customer) {
        return ResponseEntity.ok()
                .eTag(customer.billing().etag())
                .body(BillingProfileResource.of(customer.id(), customer.billing()));
    }
}
