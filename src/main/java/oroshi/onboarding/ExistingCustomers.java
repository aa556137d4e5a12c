package oroshi.onboarding;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.agreements.Agreements;
import oroshi.agreements.DirectAcceptances;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.customers.AddressStanding;
import oroshi.customers.AgreementState;
import oroshi.customers.Companies;
import oroshi.customers.Customers;
import oroshi.customers.NewAccount;
import oroshi.customers.NewCustomer;
import oroshi.database.PartnerSwitch;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.directory.Tenant;
import oroshi.directory.Users;
import oroshi.relationships.RelationshipRequests;
import oroshi.relationships.Relationships;
import oroshi.relationships.RequestLink;
import oroshi.relationships.Requesters;
import oroshi.relationships.TenantRelationship;

/** Companies that have a directory already and accept a partner, in the customer portal, by the link it sent them. */
@Service
public class ExistingCustomers {
    private final RelationshipRequests requests;
    private final Relationships relationships;
    private final Customers customers;
    private final Companies companies;
    private final Directory directory;
    private final Users users;
    private final DirectAcceptances acceptances;
    private final Agreements agreements;
    private final PartnerSwitch partnerSwitch;

    ExistingCustomers(
            RelationshipRequests requests,
            Relationships relationships,
            Customers customers,
            Companies companies,
            Directory directory,
            Users users,
            DirectAcceptances acceptances,
            Agreements agreements,
            PartnerSwitch partnerSwitch) {
        this.requests = requests;
        this.relationships = relationships;
        this.customers = customers;
        this.companies = companies;
        this.directory = directory;
        this.users = users;
        this.acceptances = acceptances;
        this.agreements = agreements;
        this.partnerSwitch = partnerSwitch;
    }

    /** What the link asks of the company; refuses with the reason why the company can't accept it. */
    @Transactional(readOnly = true)
    public RelationshipOffer open(TenantId tenantId, RequestLink link) {
        var tenant = directory.findTenant(tenantId).orElseThrow();
        var requesters = requests.open(link, tenantId, tenant.cloud(), tenant.country());
        return new RelationshipOffer(requesters, serving(tenantId, requesters));
    }

    /**
     * The company accepts: relationships with all partners that ask, delegated administration if it was asked for, and
     * its acceptance of the agreement if it gave one, all or nothing. When it serves already, only what is missing of
     * the administration is granted.
     */
    @Transactional
    public void accept(TenantId tenantId, RequestLink link, RelationshipConsent consent) {
        consent.requireGlobalAdmin();
        var offer = open(tenantId, link);
        if (offer.isAccepted()) {
            if (offer.addsAdministration()) {
                administer(tenantId, offer.requesters().sender().id(), true);
            }
            return;
        }
        var tenant = directory.findTenant(tenantId).orElseThrow();
        var company = companies
                .complete(tenantId, person(tenantId, consent))
                .orElseThrow(() -> Refusal.because(OnboardingRefusal.PROFILE_INCOMPLETE));
        serve(tenant, company, offer.requesters());
        consent.agreementLanguage()
                .ifPresent(language -> acceptances.accept(tenantId, consent.person(), language, consent.address()));
    }

    /** The company takes delegated administration back from a partner; relationship and business stay. */
    @Transactional
    public void removeRoles(TenantId tenantId, TenantRelationship serving, RelationshipConsent consent) {
        consent.requireGlobalAdmin();
        administer(tenantId, serving.partnerId(), false);
    }

    private void serve(Tenant tenant, NewCustomer company, Requesters requesters) {
        var customerId = CustomerId.of(tenant.id());
        var seller = requesters.seller().id();
        requireFree(tenant.id(), requesters);
        customers.welcome(seller, account(tenant, company, requesters));
        relationships.accept(requesters, customerId);
        requesters
                .reseller()
                .ifPresent(reseller -> customers.noteAdministration(reseller, customerId, requesters.administers()));
        partnerSwitch.call(seller, () -> {
            customers.noteAgreement(seller, customerId, standing(requesters, customerId));
            return true;
        });
    }

    /** A provider that serves the company already goes on doing so: its reseller can't come in by a link. */
    private void requireFree(TenantId tenantId, Requesters requesters) {
        requesters.provider().ifPresent(provider -> relationships.ofTenant(tenantId).stream()
                .filter(serving -> serving.partnerId().equals(provider.id()))
                .findFirst()
                .ifPresent(serving -> {
                    throw Refusal.because(OnboardingRefusal.SERVED_BY_PROVIDER, provider.legalName());
                }));
    }

    /** What was agreed earlier counts again. */
    private AgreementState standing(Requesters requesters, CustomerId customerId) {
        return switch (agreements.status(requesters.seller().id(), customerId).state()) {
            case NOT_APPLICABLE -> AgreementState.NOT_NEEDED;
            case NOT_PROVIDED -> AgreementState.MISSING;
            case AWAITING_CUSTOMER -> AgreementState.AWAITING_CUSTOMER;
            case CONFIRMED_BY_PARTNER, ACCEPTED_BY_CUSTOMER, NEW_VERSION -> AgreementState.ACCEPTED;
        };
    }

    private void administer(TenantId tenantId, PartnerId partnerId, boolean granted) {
        var customerId = CustomerId.of(tenantId);
        if (relationships.administer(partnerId, customerId, granted)) {
            customers.noteAdministration(partnerId, customerId, granted);
        }
    }

    private Optional<TenantRelationship> serving(TenantId tenantId, Requesters requesters) {
        return relationships.ofTenant(tenantId).stream()
                .filter(serving ->
                        serving.partnerId().equals(requesters.sender().id()))
                .findFirst();
    }

    private DirectoryUser person(TenantId tenantId, RelationshipConsent consent) {
        return users.get(tenantId, consent.person().id());
    }

    private static NewAccount account(Tenant tenant, NewCustomer company, Requesters requesters) {
        return new NewAccount(
                CustomerId.of(tenant.id()),
                tenant.cloud(),
                tenant.initialDomain(),
                company,
                requesters.reseller(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                AgreementState.MISSING,
                AddressStanding.NOT_VERIFIED,
                requesters.administers() && requesters.reseller().isEmpty());
    }
}
