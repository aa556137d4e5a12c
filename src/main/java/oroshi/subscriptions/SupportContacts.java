package oroshi.subscriptions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.Partnerships;

/** Who supports a subscription: the partner that sold it, unless it named one of its resellers. */
@Service
public class SupportContacts {
    private final Subscriptions subscriptions;
    private final SupportContactTable table;
    private final Partners partners;
    private final Partnerships partnerships;
    private final ApplicationEventPublisher events;

    SupportContacts(
            Subscriptions subscriptions,
            SupportContactTable table,
            Partners partners,
            Partnerships partnerships,
            ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.partners = partners;
        this.partnerships = partnerships;
        this.events = events;
    }

    /** The supporting partner; it is the seller again when the partnership with the one it named has ended. */
    @Transactional(readOnly = true)
    public Partner get(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        subscriptions.get(partnerId, customerId, id);
        return table.find(partnerId, id)
                .filter(supporter -> isValid(partnerId, supporter))
                .map(partners::get)
                .orElseGet(() -> partners.get(partnerId));
    }

    /** Names the supporting partner; refuses anybody but the seller itself and its resellers. */
    @Transactional
    public Partner set(PartnerId partnerId, CustomerId customerId, SubscriptionId id, PartnerId supporter) {
        var subscription = subscriptions.get(partnerId, customerId, id);
        var before = get(partnerId, customerId, id);
        var named = partners.find(supporter)
                .orElseThrow(() -> Refusal.because(SubscriptionRefusal.RESELLER_UNKNOWN, supporter));
        if (!isValid(partnerId, supporter)) {
            throw Refusal.because(SubscriptionRefusal.RESELLER_NOT_VALID, named.mpnId());
        }
        if (!before.id().equals(supporter)) {
            table.put(partnerId, id, supporter);
            events.publishEvent(SubscriptionChanged.of(subscription, "supportContact", before.mpnId(), named.mpnId()));
        }
        return named;
    }

    private boolean isValid(PartnerId partnerId, PartnerId supporter) {
        return supporter.equals(partnerId)
                || partnerships.find(partnerId, supporter).isPresent();
    }
}
