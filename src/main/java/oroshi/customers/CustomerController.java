package oroshi.customers;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.relationships.Partnerships;
import oroshi.rest.PageRequest;
import oroshi.rest.Pages;
import oroshi.rest.ResourceCollection;

/** The customers of the caller, and one of them. */
@RestController
class CustomerController {
    private final Customers customers;
    private final Partnerships partnerships;
    private final Pages pages;

    CustomerController(Customers customers, Partnerships partnerships, Pages pages) {
        this.customers = customers;
        this.partnerships = partnerships;
        this.pages = pages;
    }

    @GetMapping("/v1/customers")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    ResourceCollection<CustomerResource> list(PageRequest page, Caller caller) {
        requireOwnReseller(page, caller);
        var found = customers.list(caller.partnerId(), page);
        return pages.answer(
                page,
                found,
                placed -> List.of(placed.value(), placed.row().id().toString()),
                placed -> CustomerResource.of(placed.row()));
    }

    @GetMapping("/v1/customers/{customerId}")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    CustomerResource get(@PathVariable CustomerId customerId, Caller caller) {
        return customers.describe(caller.partnerId(), customerId);
    }

    /** Who asks for the customers of a reseller must be in partnership with it. */
    private void requireOwnReseller(PageRequest page, Caller caller) {
        var foreign = ApiCondition.reseller(page.filter())
                .filter(reseller -> caller.partnerType() != PartnerType.INDIRECT_PROVIDER
                        || partnerships.find(caller.partnerId(), reseller).isEmpty());
        if (foreign.isPresent()) {
            throw Refusal.because(CustomerRefusal.RESELLER_UNKNOWN, foreign.get());
        }
    }
}
