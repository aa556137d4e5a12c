package oroshi.portal.transfers;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.customers.RecordHead;
import oroshi.transfers.Transfer;
import oroshi.transfers.Transfers;

/** A customer's record open at its transfers, for people of partners that sell themselves. */
@Component
class TransferRecord {
    private final Customers customers;
    private final Transfers transfers;
    private final Counterparts counterparts;

    TransferRecord(Customers customers, Transfers transfers, Counterparts counterparts) {
        this.customers = customers;
        this.transfers = transfers;
        this.counterparts = counterparts;
    }

    /** An open record. */
    record Opened(Caller caller, Customer customer, RecordHead head) {
        String path() {
            return head.path(RecordHead.Section.TRANSFERS);
        }

        CustomerId customerId() {
            return customer.id();
        }
    }

    /** The customer's record; refuses whoever has nothing to transfer. */
    Opened open(Caller caller, CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        var head = RecordHead.of(caller, customer);
        if (!head.sections().contains(RecordHead.Section.TRANSFERS)) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
        return new Opened(caller, customer, head);
    }

    TransferRow row(Opened opened, String id) {
        return row(opened, transfers.get(opened.caller().partnerId(), opened.customerId(), id));
    }

    TransferRow row(Opened opened, Transfer transfer) {
        var here = opened.caller().partnerId();
        return new TransferRow(
                transfer, here, counterparts.name(transfer.otherThan(here)), opened.path() + "/" + transfer.id());
    }

    /** Who does it, as the wire names people. */
    static String by(Caller caller) {
        return caller.userId().map(Object::toString).orElseGet(caller::name);
    }

    /** The subscriptions whose boxes are ticked. */
    static List<SubscriptionId> chosen(Form form) {
        return form.values("subscription").stream()
                .flatMap(id -> Ids.parse(id).map(SubscriptionId::new).stream())
                .toList();
    }

    static Page page(String template, Opened opened, String name, Object value) {
        return Page.of(template, "head", opened.head(), name, value);
    }
}
