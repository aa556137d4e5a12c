package oroshi.subscriptions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import oroshi.relationships.Relationships;
import oroshi.relationships.TenantRelationship;

/**
 * Who supports a subscription: the partner that sold it, unless it named a reseller that serves the customer with it and
 * administers the customer's directory (10.4).
 */
@Service
public class SupportContacts {
    private final Subscriptions subscriptions;
    private final SupportContactTable table;
    private final Partners partners;
    private final Partnerships partnerships;
    private final Relationships relationships;
    private final ApplicationEventPublisher events;

    SupportContacts(
            Subscriptions subscriptions,
            SupportContactTable table,
            Partners partners,
            Partnerships partnerships,
            Relationships relationships,
            ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.partners = partners;
        this.partnerships = partnerships;
        this.relationships = relationships;
        this.events = events;
    }

    /** The supporting partner; it is the seller again when the one it named no longer serves the customer that way. */
    @Transactional(readOnly = true)
    public Partner get(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        subscriptions.get(partnerId, customerId, id);
        return table.find(partnerId, id)
                .filter(supporter -> administrators(partnerId, customerId).contains(supporter))
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
        if (!isEligible(partnerId, customerId, supporter)) {
            throw Refusal.because(SubscriptionRefusal.RESELLER_NOT_VALID, named.mpnId());
        }
        if (!before.id().equals(supporter)) {
            table.put(partnerId, id, supporter);
            events.publishEvent(SubscriptionChanged.of(subscription, "supportContact", before.mpnId(), named.mpnId()));
        }
        return named;
    }

    /** Whom the seller can name: itself first, then its resellers. */
    @Transactional(readOnly = true)
    public List<Partner> eligible(PartnerId partnerId, CustomerId customerId) {
        return Stream.concat(
                        Stream.of(partnerId),
                        administrators(partnerId, customerId).stream()
                                .filter(other ->
                                        partnerships.find(partnerId, other).isPresent()))
                .map(partners::get)
                .toList();
    }

    private boolean isEligible(PartnerId partnerId, CustomerId customerId, PartnerId supporter) {
        return eligible(partnerId, customerId).stream()
                .anyMatch(partner -> partner.id().equals(supporter));
    }

    /** The resellers that serve the customer with the seller and administer its directory. */
    private List<PartnerId> administrators(PartnerId partnerId, CustomerId customerId) {
        return relationships.ofTenant(customerId.tenantId()).stream()
                .filter(serving -> serving.provider().equals(Optional.of(partnerId)))
                .filter(TenantRelationship::delegatedAdministration)
                .map(TenantRelationship::partnerId)
                .toList();
    }
}
