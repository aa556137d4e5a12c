package oroshi.onboarding;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Problems;
import oroshi.basics.Refusal;
import oroshi.customers.CustomerResource;
import oroshi.customers.CustomerRules;
import oroshi.customers.EmailLimits;
import oroshi.customers.NewCustomer;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.Partners;
import oroshi.relationships.Partnerships;
import oroshi.rest.RestRefusal;

/** Reads the Customer resource that a client sends to add a customer: the wizard's rules, without a form. */
@Component
class ApiAccounts {
    private static final String DOMAIN = "companyProfile.domain";
    private static final String RESELLER = "associatedPartnerId";

    private final Partners partners;
    private final Markets markets;
    private final Directory directory;
    private final CustomerRules rules;
    private final Partnerships partnerships;

    ApiAccounts(
            Partners partners, Markets markets, Directory directory, CustomerRules rules, Partnerships partnerships) {
        this.partners = partners;
        this.markets = markets;
        this.directory = directory;
        this.rules = rules;
        this.partnerships = partnerships;
    }

    /** What the resource says, or a refusal with everything that is wrong with it. */
    CheckedAccount read(Caller caller, CustomerResource resource) {
        var partner = partners.get(caller.partnerId());
        var problems = new Problems();
        var domain = domain(partner, resource, problems);
        var customer = rules.check(resource.toEntry(), EmailLimits.of(partner.verifiedDomains()), problems);
        customer.ifPresent(known -> requireMarket(partner, known, problems));
        problems.refuse();
        var known = customer.orElseThrow();
        return new CheckedAccount(
                domain.orElseThrow(),
                known,
                reseller(caller, partner, resource, known.address().country()),
                partner.cloud().isPublic() ? new AgreementChoice.Undecided() : new AgreementChoice.NotNeeded(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                true);
    }

    private Optional<DomainPrefix> domain(Partner partner, CustomerResource resource, Problems problems) {
        if (resource.domain().isEmpty()) {
            problems.add(DOMAIN, RestRefusal.MISSING);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    directory.prefix(partner.cloud(), resource.domain().get()));
        } catch (Refusal refused) {
            problems.add(DOMAIN, refused.reason(), refused.arguments().toArray());
            return Optional.empty();
        }
    }

    private void requireMarket(Partner partner, NewCustomer customer, Problems problems) {
        var country = customer.address().country();
        if (!markets.maySell(partner, country)) {
            problems.add("billingProfile.defaultAddress.country", PartnerRefusal.COUNTRY_NOT_IN_MARKET, country);
        }
    }

    private Optional<Partner> reseller(Caller caller, Partner partner, CustomerResource resource, String country) {
        var given = resource.associatedPartnerId();
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        if (caller.isApplicationAlone()) {
            throw Refusal.because(AccessRefusal.APPLICATION_ALONE);
        }
        if (!partner.cloud().isPublic()) {
            throw Refusal.of(RESELLER, OnboardingRefusal.NOT_IN_THIS_CLOUD);
        }
        if (partner.type() != PartnerType.INDIRECT_PROVIDER) {
            throw Refusal.of(RESELLER, RestRefusal.INVALID_VALUE, "only an indirect provider has resellers");
        }
        return Optional.of(partnerships.requireSelectable(partner.id(), id(given), country));
    }

    private static PartnerId id(String given) {
        try {
            return new PartnerId(UUID.fromString(given.strip()));
        } catch (IllegalArgumentException noGuid) {
            throw Refusal.of(RESELLER, RestRefusal.INVALID_VALUE, "\"" + given + "\" is no GUID");
        }
    }
}
