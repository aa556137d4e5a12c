package oroshi.portal.orders;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.database.PartnerScope;
import oroshi.portal.customers.RecordHead;
import oroshi.relationships.Relationships;
import oroshi.relationships.Viewpoint;

/** Opens a customer's record for the visitor: with its own rows, or as a reseller with those of its provider. */
@Component
class CustomerRecord {
    private final Customers customers;
    private final Relationships relationships;

    CustomerRecord(Customers customers, Relationships relationships) {
        this.customers = customers;
        this.relationships = relationships;
    }

    /** The customer as this visitor sees it; a customer of others is as unknown as one that does not exist. */
    Opened open(Caller caller, CustomerId customerId) {
        var viewpoint = relationships.viewpoint(caller.partnerId(), customerId);
        var customer = customers.get(caller.partnerId(), customerId);
        return new Opened(customer, RecordHead.of(caller, customer), viewpoint);
    }

    /** An open record. */
    record Opened(Customer customer, RecordHead head, Viewpoint viewpoint) {
        CustomerId customerId() {
            return customer.id();
        }

        PartnerId owner() {
            return viewpoint.owner();
        }

        /** Does the work in the rows of the partner that owns the record. */
        <T> T in(Supplier<T> work) {
            return PartnerScope.call(owner(), work);
        }

        String path() {
            return head.path();
        }
    }
}
