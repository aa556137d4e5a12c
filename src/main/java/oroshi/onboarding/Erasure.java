package oroshi.onboarding;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;

/**
 * Removes every trace of a sandbox account's customer, inside the transaction of whoever calls. Resellers of the sandbox
 * that are sandboxes themselves lose it too; any other partner that serves the customer keeps it, and then its directory
 * stays.
 */
@Component
class Erasure {
    private final ErasureTable table;
    private final Customers customers;
    private final Relationships relationships;
    private final Partners partners;
    private final PartnerSwitch partnerSwitch;
    private final ApplicationEventPublisher events;

    Erasure(
            ErasureTable table,
            Customers customers,
            Relationships relationships,
            Partners partners,
            PartnerSwitch partnerSwitch,
            ApplicationEventPublisher events) {
        this.table = table;
        this.customers = customers;
        this.relationships = relationships;
        this.partners = partners;
        this.partnerSwitch = partnerSwitch;
        this.events = events;
    }

    /** The relationship has been ended before, so that nobody sells to the customer meanwhile. */
    void erase(Customer customer) {
        relationships.resellersOf(customer.partnerId(), customer.id()).stream()
                .filter(reseller -> partners.get(reseller).sandbox())
                .forEach(reseller -> partnerSwitch.call(reseller, () -> eraseOf(reseller, customer)));
        customers.remove(customer.partnerId(), customer.id());
        table.erase(customer.partnerId(), customer.id());
        events.publishEvent(new CustomerDeleted(customer));
    }

    private boolean eraseOf(PartnerId reseller, Customer customer) {
        relationships.end(reseller, customer.id(), customer.name());
        table.erase(reseller, customer.id());
        events.publishEvent(new CustomerDeleted(customer));
        return true;
    }
}
