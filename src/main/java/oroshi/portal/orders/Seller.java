package oroshi.portal.orders;

import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.partners.Partners;

/** Opens a customer's record for somebody who wants to sell. */
@Component
class Seller {
    private final CustomerRecord records;
    private final Partners partners;

    Seller(CustomerRecord records, Partners partners) {
        this.records = records;
        this.partners = partners;
    }

    /** Whether the visitor can order for the customer, so that the way there is shown. */
    boolean maySell(Caller caller, CustomerRecord.Opened opened) {
        return caller.may(Permission.ORDER_BUY)
                && opened.viewpoint().mayChange()
                && partners.get(caller.partnerId()).status().mayOrder();
    }

    /** The record; refuses partners that only look at the customer, and those whose status forbids new orders. */
    CustomerRecord.Opened open(Caller caller, CustomerId customerId) {
        var opened = records.open(caller, customerId);
        if (!opened.viewpoint().mayChange()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
        partners.get(caller.partnerId()).requireMayOrder();
        return opened;
    }
}
