package oroshi.portal.customers;

import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.relationships.Relationship;
import oroshi.relationships.Relationships;

/** The customers whose users a visitor may look after. */
@Component
class UserDirectory {
    private final Customers customers;
    private final Relationships relationships;

    UserDirectory(Customers customers, Relationships relationships) {
        this.customers = customers;
        this.relationships = relationships;
    }

    /** The customer; refuses one whose directory the partner does not administer. */
    Customer administered(Caller caller, CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        if (!isAdministered(caller, customer)) {
            throw Refusal.because(AccessRefusal.NO_DELEGATED_ADMINISTRATION);
        }
        return customer;
    }

    boolean isAdministered(Caller caller, Customer customer) {
        return relationships
                .find(caller.partnerId(), customer.id())
                .map(Relationship::delegatedAdministration)
                .orElse(false);
    }
}
