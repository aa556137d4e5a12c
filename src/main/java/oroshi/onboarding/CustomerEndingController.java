package oroshi.onboarding;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.customers.Customers;

/** Takes from a partner what it has with a customer: delegated administration, the relationship, in a sandbox all. */
@RestController
class CustomerEndingController {
    private final Customers customers;
    private final Leaving leaving;

    CustomerEndingController(Customers customers, Leaving leaving) {
        this.customers = customers;
        this.leaving = leaving;
    }

    @PatchMapping("/v1/customers/{customerId}")
    @Allows(roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT})
    CustomerPatchResult patch(@PathVariable CustomerId customerId, @RequestBody CustomerPatch body, Caller caller) {
        var partnerId = caller.partnerId();
        var patch = body.require(customers.get(partnerId, customerId));
        if (patch.leaves()) {
            leaving.leave(partnerId, customerId);
            return CustomerPatchResult.left();
        }
        if (patch.endsAdministration()) {
            leaving.endAdministration(partnerId, customerId);
        }
        return CustomerPatchResult.of(customers.get(partnerId, customerId));
    }

    @DeleteMapping("/v1/customers/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT})
    void delete(@PathVariable CustomerId customerId, Caller caller) {
        leaving.delete(caller.partnerId(), customerId);
    }
}
