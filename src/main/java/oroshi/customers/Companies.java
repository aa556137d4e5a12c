package oroshi.customers;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Problems;
import oroshi.basics.TenantId;
import oroshi.database.PartnerSwitch;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.directory.Tenant;
import oroshi.relationships.Relationships;

/**
 * What companies say about themselves in the customer portal, for every partner that they accept. A company that a
 * partner added is known from there until its own people describe it.
 */
@Service
public class Companies {
    private static final EmailLimits ANY_ADDRESS = EmailLimits.of(Set.of());

    private final CompanyTable table;
    private final CustomerTable customers;
    private final CustomerRules rules;
    private final Directory directory;
    private final Relationships relationships;
    private final PartnerSwitch partnerSwitch;

    Companies(
            CompanyTable table,
            CustomerTable customers,
            CustomerRules rules,
            Directory directory,
            Relationships relationships,
            PartnerSwitch partnerSwitch) {
        this.table = table;
        this.customers = customers;
        this.rules = rules;
        this.directory = directory;
        this.relationships = relationships;
        this.partnerSwitch = partnerSwitch;
    }

    /** What is known of the company, complete or not; the person stands for it as its contact unless another does. */
    @Transactional(readOnly = true)
    public CustomerEntry describe(TenantId tenantId, DirectoryUser person) {
        var tenant = directory.findTenant(tenantId).orElseThrow();
        partnerSwitch.enter(tenantId);
        return table.find(tenantId)
                .or(() -> known(tenantId).map(customer -> entry(customer, tenant, person)))
                .orElseGet(() -> blank(tenant, person));
    }

    /** The company as a customer to be; empty while something is missing or wrong. */
    @Transactional(readOnly = true)
    public Optional<NewCustomer> complete(TenantId tenantId, DirectoryUser person) {
        return rules.check(describe(tenantId, person), ANY_ADDRESS, new Problems());
    }

    /** Keeps what the company says about itself; refuses with all that is wrong. Its country is its directory's. */
    @Transactional
    public void save(TenantId tenantId, CustomerEntry entry) {
        rules.require(entry, ANY_ADDRESS);
        partnerSwitch.enter(tenantId);
        table.put(tenantId, entry, Instant.now());
    }

    /** The company as the partner that serves it longest has it. */
    private Optional<Customer> known(TenantId tenantId) {
        return relationships.ofTenant(tenantId).stream().findFirst().flatMap(serving -> {
            var partner = serving.partnerId();
            return partnerSwitch
                    .call(partner, () -> customers.find(partner, CustomerId.of(tenantId)))
                    .map(CustomerTable.Found::customer);
        });
    }

    private static CustomerEntry entry(Customer customer, Tenant tenant, DirectoryUser person) {
        var company = customer.company();
        var address = company.address();
        return new CustomerEntry(
                tenant.country(),
                company.name().value(),
                address.addressLine1(),
                address.addressLine2(),
                address.addressLine3(),
                address.city(),
                address.state(),
                address.region(),
                address.postalCode(),
                company.registrationId().map(RegistrationId::value).orElse(null),
                tenant.culture(),
                null,
                person.givenName(),
                person.familyName(),
                company.email().value(),
                company.phone().map(PhoneNumber::value).orElse(null));
    }

    private static CustomerEntry blank(Tenant tenant, DirectoryUser person) {
        return new CustomerEntry(
                tenant.country(),
                tenant.displayName(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tenant.culture(),
                null,
                person.givenName(),
                person.familyName(),
                null,
                null);
    }
}
