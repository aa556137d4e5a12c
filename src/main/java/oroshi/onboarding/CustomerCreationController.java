package oroshi.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.PartnerType;
import oroshi.customers.AddressPreparations;
import oroshi.customers.CustomerResource;
import oroshi.customers.UserCredentialsResource;

/** Adds a customer as the contract has it: without agreement and without order. */
@RestController
class CustomerCreationController {
    private final Onboarding onboarding;
    private final ApiAccounts accounts;
    private final AddressPreparations addresses;

    CustomerCreationController(Onboarding onboarding, ApiAccounts accounts, AddressPreparations addresses) {
        this.onboarding = onboarding;
        this.accounts = accounts;
        this.addresses = addresses;
    }

    @PostMapping("/v1/customers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.USER_MANAGEMENT_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    CustomerResource createCustomer(@RequestBody CustomerResource body, Caller caller, HttpServletRequest request) {
        var account = accounts.read(caller, body, addresses.found(request, body.toEntry()));
        var added = onboarding.add(caller, account, List.of(), FieldNames.WIRE);
        var credentials = new UserCredentialsResource("admin", added.password().reveal());
        return CustomerResource.created(added.customer(), credentials, body.enableGDAPByDefault());
    }
}
