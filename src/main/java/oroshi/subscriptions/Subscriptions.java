package oroshi.subscriptions;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** The subscriptions of all customers: the only way into this module. */
@Service
public class Subscriptions {
    Subscriptions() {}

    /** Every subscription that the partner sold to the customer, in all states, the latest first. */
    public List<Subscription> list(PartnerId partnerId, CustomerId customerId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Subscription> find(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        throw new UnsupportedOperationException();
    }

    /** The subscription; refuses when the partner has none with this id for the customer. */
    public Subscription get(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        throw new UnsupportedOperationException();
    }

    /** Sets or removes the indirect reseller of record; refuses when somebody changed the subscription meanwhile. */
    public Subscription setReseller(
            PartnerId partnerId, CustomerId customerId, SubscriptionId id, long version, Optional<String> mpnId) {
        throw new UnsupportedOperationException();
    }

    /** Gives the subscription a nickname; refuses when somebody changed the subscription meanwhile. */
    public Subscription rename(
            PartnerId partnerId, CustomerId customerId, SubscriptionId id, long version, String nickname) {
        throw new UnsupportedOperationException();
    }
}
