package oroshi.customers;

import org.springframework.stereotype.Component;
import oroshi.activity.OwnCustomers;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** Tells the log whether a customer is the partner's own. */
@Component
class KnownToThePartner implements OwnCustomers {
    private final CustomerTable table;

    KnownToThePartner(CustomerTable table) {
        this.table = table;
    }

    @Override
    public boolean has(PartnerId partnerId, CustomerId customerId) {
        return table.find(partnerId, customerId).isPresent();
    }
}
