package oroshi.portal.agreements;

import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.agreements.Agreements;
import oroshi.agreements.DocumentLinks;
import oroshi.basics.CustomerId;
import oroshi.clock.Clocks;
import oroshi.customers.Customers;
import oroshi.directory.Directory;
import oroshi.directory.Tenant;
import oroshi.portal.Texts;
import oroshi.portal.customers.RecordHead;
import oroshi.relationships.Relationships;

/** Gathers what pages show of a customer's agreement. */
@Component
public class CustomerAgreements {
    private final Agreements agreements;
    private final Customers customers;
    private final Relationships relationships;
    private final Directory directory;
    private final DocumentLinks links;
    private final Clocks clocks;

    CustomerAgreements(
            Agreements agreements,
            Customers customers,
            Relationships relationships,
            Directory directory,
            DocumentLinks links,
            Clocks clocks) {
        this.agreements = agreements;
        this.customers = customers;
        this.relationships = relationships;
        this.directory = directory;
        this.links = links;
        this.clocks = clocks;
    }

    /** The agreement of the customer as this visitor sees it; refuses a customer of others like one that nobody has. */
    public AgreementView of(Caller caller, Texts texts, CustomerId customerId) {
        var own = relationships.viewpoint(caller.partnerId(), customerId).mayChange();
        var customer = customers.get(caller.partnerId(), customerId);
        var tenant = directory.findTenant(customerId.tenantId());
        var latest = agreements.latestTemplate(
                caller.cloud(),
                tenant.map(Tenant::country).orElseGet(customer::country),
                clocks.of(caller.partnerId()).instant());
        return new AgreementView(
                RecordHead.of(caller, customer),
                customer,
                tenant.map(Tenant::displayName).orElseGet(customer::name),
                agreements.status(caller.partnerId(), customerId),
                latest,
                latest.map(template -> links.preview(
                        template, template.languageFor(texts.language().locale()))),
                agreements.history(caller.partnerId(), customerId),
                own && caller.may(Permission.AGREEMENT_ATTEST),
                own && agreements.directAcceptanceOffered() && caller.may(Permission.CUSTOMER_ADD));
    }
}
