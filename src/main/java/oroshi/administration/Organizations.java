package oroshi.administration;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.customers.Customers;
import oroshi.directory.Directory;
import oroshi.directory.Tenant;
import oroshi.partners.Partners;
import oroshi.relationships.GranularAdministration;

/**
 * The organisations of customers as their directories have them. Delegated administration doesn't open them, only the
 * directory roles that a partner holds of its own.
 */
@Service
class Organizations {
    private final Customers customers;
    private final GranularAdministration administration;
    private final Directory directory;
    private final Partners partners;
    private final LicensePool licenses;
    private final ApplicationEventPublisher events;

    Organizations(
            Customers customers,
            GranularAdministration administration,
            Directory directory,
            Partners partners,
            LicensePool licenses,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.administration = administration;
        this.directory = directory;
        this.partners = partners;
        this.licenses = licenses;
        this.events = events;
    }

    @Transactional(readOnly = true)
    OrganizationResource describe(Caller caller, CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        var tenant = enter(caller, customerId);
        var name = directory.findTenant(tenant).map(Tenant::displayName);
        return OrganizationResource.of(
                customer.company(), name.orElse(customer.company().name().value()));
    }

    @Transactional(readOnly = true)
    List<String> domains(Caller caller, CustomerId customerId) {
        customers.get(caller.partnerId(), customerId);
        return directory.domains(enter(caller, customerId));
    }

    /** Adds a domain that the partner, as its registrar, vouches for; refuses one that a tenant holds already. */
    @Transactional
    CustomerDomainResource addDomain(Caller caller, CustomerId customerId, VerifiedDomainRequest request) {
        if (!partners.get(caller.partnerId()).isDomainRegistrar()) {
            throw Refusal.because(AccessRefusal.NO_REGISTRAR);
        }
        customers.get(caller.partnerId(), customerId);
        var tenant = enter(caller, customerId);
        var domain = request.require(directory.suffix(caller.cloud()));
        if (domain.authenticationType() == CustomerDomainResource.Authentication.FEDERATED) {
            directory.addFederatedDomain(tenant, caller.cloud(), domain.name(), request.particulars());
        } else {
            directory.addVerifiedDomain(tenant, caller.cloud(), domain.name(), request.particulars());
        }
        events.publishEvent(new VerifiedDomainAdded(customerId, domain));
        return domain;
    }

    /** The products that the customer uses, as far as the partner may administer them. */
    @Transactional(readOnly = true)
    List<SubscribedSku> services(Caller caller, CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        if (!customer.delegatedAdministration() && !administration.isHeld(caller.partnerId(), customerId)) {
            return List.of();
        }
        return licenses.of(customerId.tenantId()).values().stream()
                .filter(sku -> sku.total() > 0)
                .toList();
    }

    private TenantId enter(Caller caller, CustomerId customerId) {
        if (!administration.isHeld(caller.partnerId(), customerId)) {
            throw Refusal.because(AccessRefusal.NO_DELEGATED_ADMINISTRATION);
        }
        return customerId.tenantId();
    }
}
