package oroshi.customers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** The customers of all partners: the only way into this module. */
@Service
public class Customers {
    /**
     * Adds the customer to the partner's list, and with a reseller to the reseller's. Takes part in the caller's
     * transaction.
     */
    public Customer add(PartnerId partnerId, NewAccount account) {
        throw new UnsupportedOperationException();
    }

    /** The customer as the partner knows it; empty when it has none of this id. */
    public Optional<Customer> find(PartnerId partnerId, CustomerId customerId) {
        throw new UnsupportedOperationException();
    }

    /** The customer as the partner knows it, or refuses as for an id that nobody has. */
    public Customer get(PartnerId partnerId, CustomerId customerId) {
        throw new UnsupportedOperationException();
    }

    /** One page of the partner's customers, from a position on or from the beginning. */
    public CustomerPage list(PartnerId partnerId, CustomerSearch search, CustomerPageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A customer of the same country whose name differs only by case, blanks or legal form (C7). */
    public Optional<CustomerRow> findDuplicate(PartnerId partnerId, CompanyName name, String country) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the bill-to profile, or refuses when somebody saved a newer version. */
    public Customer updateBillingProfile(PartnerId partnerId, CustomerId customerId, BillingChange change) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the customer's tags. */
    public Customer assignTags(PartnerId partnerId, CustomerId customerId, Set<Tag> tags) {
        throw new UnsupportedOperationException();
    }

    /** The tags that the partner's customers carry, in order. */
    public List<Tag> tags(PartnerId partnerId) {
        throw new UnsupportedOperationException();
    }

    /** Records an application for a qualification, or refuses when it is held or excluded. */
    public CustomerQualification apply(PartnerId partnerId, CustomerId customerId, QualificationRequest request) {
        throw new UnsupportedOperationException();
    }

    /** What the operator's review of an application for Education came to. */
    public Customer decide(PartnerId partnerId, CustomerId customerId, VettingDecision decision) {
        throw new UnsupportedOperationException();
    }

    /** Notes how the customer now stands to the agreement, for the list's filter. */
    public void noteAgreement(PartnerId partnerId, CustomerId customerId, AgreementState state) {
        throw new UnsupportedOperationException();
    }
}
