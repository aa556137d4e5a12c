package oroshi.portal.customers;

import java.util.ArrayList;
import java.util.List;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.customers.Customer;

/**
 * What every page of a customer's record shows of the customer, and the sections that the visitor may open.
 *
 * @param administered whether the partner has delegated administration of the customer's directory
 */
public record RecordHead(String customerId, String name, String domain, boolean administered, List<Section> sections) {
    /** The sections of a record, in their order. */
    public enum Section {
        SUBSCRIPTIONS("subscriptions", "subscriptions.title"),
        ORDERS("orders", "orders.title"),
        TRANSFERS("transfers", "transfers.title"),
        USERS("users", "customerUsers.title"),
        ACCOUNT("account", "customers.account"),
        AGREEMENT("agreement", "agreement.title");

        private final String word;
        private final String key;

        Section(String word, String key) {
            this.word = word;
            this.key = key;
        }

        /** The section's word in addresses. */
        public String word() {
            return word;
        }

        /** Key of the section's name. */
        public String key() {
            return key;
        }
    }

    public RecordHead {
        sections = List.copyOf(sections);
    }

    /** The head of the customer's record as this visitor sees it. */
    public static RecordHead of(Caller caller, Customer customer) {
        var sections = new ArrayList<Section>();
        if (caller.may(Permission.SUBSCRIPTION_VIEW)) {
            sections.add(Section.SUBSCRIPTIONS);
            sections.add(Section.ORDERS);
        }
        if (customer.cloud().isPublic() && caller.may(Permission.ORDER_BUY)) {
            sections.add(Section.TRANSFERS);
        }
        sections.add(Section.USERS);
        sections.add(Section.ACCOUNT);
        if (customer.cloud().isPublic() && caller.may(Permission.AGREEMENT_VIEW)) {
            sections.add(Section.AGREEMENT);
        }
        return new RecordHead(
                customer.id().toString(),
                customer.name(),
                customer.domain(),
                customer.delegatedAdministration(),
                sections);
    }

    /** Address of the record. */
    public String path() {
        return "/customers/" + customerId;
    }

    public String path(Section section) {
        return path() + "/" + section.word();
    }
}
