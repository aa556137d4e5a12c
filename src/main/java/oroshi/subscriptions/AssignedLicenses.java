package oroshi.subscriptions;

import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** Whoever knows how many of a subscription's licences people have; those cannot be taken off. */
public interface AssignedLicenses {
    /** How many licences of the subscription are assigned to the customer's users. */
    int count(PartnerId partnerId, CustomerId customerId, Subscription subscription);

    /** As the other, and until the end of the transaction nobody assigns any more. */
    int hold(PartnerId partnerId, CustomerId customerId, Subscription subscription);
}
