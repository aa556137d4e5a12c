package oroshi.onboarding;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.customers.AddressFinding;
import oroshi.customers.AddressStatus;
import oroshi.customers.Country;
import oroshi.customers.CustomerRefusal;
import oroshi.customers.CustomerResource;
import oroshi.partners.Partner;

/** Reads the Customer resource that a client sends to add a customer: the wizard's checks, without a form. */
@Component
class ApiAccounts {
    private final AccountRules rules;

    ApiAccounts(AccountRules rules) {
        this.rules = rules;
    }

    /** What the resource says, or a refusal with everything that is wrong with it. */
    CheckedAccount read(Caller caller, CustomerResource resource, AddressFinding found) {
        var partner = rules.partners().get(caller.partnerId());
        var input = input(partner, resource);
        if (resource.namesReseller() && caller.isApplicationAlone()) {
            throw Refusal.because(AccessRefusal.APPLICATION_ALONE);
        }
        var reading = Reading.of(rules, caller, partner, input, FieldNames.WIRE);
        new CloudChecking(reading).check();
        var domains = new DomainChecking(reading);
        var domain = domains.prefix();
        var customer = new CompanyChecking(reading).check(resource.toEntry());
        address(reading, found);
        var reseller = new ResellerChecking(reading).check();
        if (!reading.problems().isEmpty()) {
            domain.ifPresent(domains::requireFree);
        }
        reading.problems().refuse();
        return new CheckedAccount(
                domain.orElseThrow(),
                customer.orElseThrow(),
                reseller,
                partner.cloud().isPublic() ? new AgreementChoice.Undecided() : new AgreementChoice.NotNeeded(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                found.unasked(),
                !Boolean.FALSE.equals(resource.enableGDAPByDefault()));
    }

    /** Nobody is there to choose a suggestion: an address is taken as it was sent, unless there is no such address. */
    static void address(Reading reading, AddressFinding found) {
        if (found.status() == AddressStatus.NONE) {
            reading.problem(AccountField.ADDRESS_LINE_1, CustomerRefusal.ADDRESS_INVALID);
        }
    }

    /** What the checks look for outside company, address and contact; who names no reseller wants none. */
    private static AccountInput input(Partner partner, CustomerResource resource) {
        var country = Typed.code(resource.toEntry().country());
        var input = AccountInput.EMPTY
                .with(
                        AccountField.COUNTRY,
                        Country.find(country).map(Country::code).orElse(country))
                .with(AccountField.DOMAIN_PREFIX, resource.domain().orElse(""));
        if (resource.namesReseller()) {
            return input.with(AccountField.RESELLER, String.valueOf(resource.associatedPartnerId()));
        }
        return partner.cloud().isPublic() && partner.type() == PartnerType.INDIRECT_PROVIDER
                ? input.with(AccountField.RESELLER, ResellerChecking.NO_RESELLER)
                : input;
    }
}
