package oroshi.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partners;

/** Which partner serves which customer, and what it sees of it. */
@Service
public class Relationships {
    private final RelationshipTable table;
    private final PartnerSwitch partnerSwitch;
    private final Partners partners;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Relationships(
            RelationshipTable table,
            PartnerSwitch partnerSwitch,
            Partners partners,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.partnerSwitch = partnerSwitch;
        this.partners = partners;
        this.clocks = clocks;
        this.events = events;
    }

    /**
     * Lets the partner serve the customer from now on. With a reseller both get the customer, in the same transaction;
     * whether it may be chosen is asked of {@link Partnerships#requireSelectable} before. Refuses when the partner serves
     * the customer already.
     */
    @Transactional
    public Relationship establish(
            PartnerId partnerId, CustomerId customerId, Optional<PartnerId> reseller, boolean delegatedAdministration) {
        var now = clocks.of(partnerId).instant();
        var relationship =
                new Relationship(partnerId, customerId, Optional.empty(), reseller, delegatedAdministration, now);
        insert(relationship);
        reseller.ifPresent(other -> share(relationship, other, now));
        return relationship;
    }

    /**
     * Lets a reseller see a customer that the provider serves already, in the same transaction for both. False, and
     * nothing changes, when the reseller serves the customer already, be it with this provider, another or alone.
     */
    @Transactional
    public boolean share(PartnerId provider, CustomerId customerId, PartnerId reseller) {
        var relationship = get(provider, customerId);
        if (partnerSwitch.call(reseller, () -> table.find(reseller, customerId)).isPresent()) {
            return false;
        }
        table.assignReseller(provider, customerId, reseller);
        share(relationship, reseller, clocks.of(provider).instant());
        return true;
    }

    /** The resellers that the provider shares the customer with, the first one first. */
    @Transactional(readOnly = true)
    public List<PartnerId> resellersOf(PartnerId provider, CustomerId customerId) {
        return ofTenant(customerId.tenantId()).stream()
                .filter(relationship -> relationship.provider().equals(Optional.of(provider)))
                .map(TenantRelationship::partnerId)
                .toList();
    }

    /**
     * A customer that existed before accepts the partners that ask: the seller may order, and the one that asked
     * administers the directory if that was asked for. Both relationships come about or none; refuses when the seller
     * serves the customer already.
     */
    @Transactional
    public void accept(Requesters requesters, CustomerId customerId) {
        var seller = requesters.seller().id();
        var reseller = requesters.reseller();
        var now = clocks.of(seller).instant();
        partnerSwitch.call(seller, () -> {
            var administers = requesters.administers() && reseller.isEmpty();
            extend(new Relationship(seller, customerId, Optional.empty(), reseller, administers, now));
            return true;
        });
        reseller.ifPresent(other -> partnerSwitch.call(other, () -> {
            var serving = Optional.of(seller);
            extend(new Relationship(other, customerId, serving, Optional.empty(), requesters.administers(), now));
            return true;
        }));
    }

    private void extend(Relationship relationship) {
        insert(relationship);
        events.publishEvent(new RelationshipExtended(relationship));
        if (relationship.delegatedAdministration()) {
            events.publishEvent(new AdministrationChanged(relationship.customerId(), true));
        }
    }

    /** Gives the partner delegated administration or takes it away; false when nothing changes. */
    @Transactional
    public boolean administer(PartnerId partnerId, CustomerId customerId, boolean granted) {
        return partnerSwitch.call(partnerId, () -> {
            var changed = table.setAdministration(partnerId, customerId, granted);
            if (changed) {
                events.publishEvent(new AdministrationChanged(customerId, granted));
            }
            return changed;
        });
    }

    /** Ends the partner's relationship with the customer; refuses one that is not in force. A reseller's own one stays. */
    @Transactional
    public void end(PartnerId partnerId, CustomerId customerId, String customerName) {
        var relationship = get(partnerId, customerId);
        if (!table.end(partnerId, customerId, clocks.of(partnerId).instant())) {
            throw Refusal.because(RelationshipRefusal.CUSTOMER_UNKNOWN, customerId);
        }
        events.publishEvent(new RelationshipEnded(relationship, customerName));
    }

    /** The relationship in force, on the caller's side. */
    @Transactional(readOnly = true)
    public Optional<Relationship> find(PartnerId partnerId, CustomerId customerId) {
        return table.find(partnerId, customerId);
    }

    /** The relationship in force; a customer of other partners is as unknown as one that doesn't exist. */
    @Transactional(readOnly = true)
    public Relationship get(PartnerId partnerId, CustomerId customerId) {
        return find(partnerId, customerId)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.CUSTOMER_UNKNOWN, customerId));
    }

    /** Whose rows the viewer looks at and what it may do there; refuses a customer that it doesn't serve. */
    @Transactional(readOnly = true)
    public Viewpoint viewpoint(PartnerId viewer, CustomerId customerId) {
        return Viewpoint.of(get(viewer, customerId));
    }

    /**
     * As the other for whoever sells to the customer: the relationship can't be ended before the transaction is over, and
     * one that is being ended is waited for.
     */
    @Transactional
    public Viewpoint hold(PartnerId viewer, CustomerId customerId) {
        return table.findAndHold(viewer, customerId)
                .map(Viewpoint::of)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.CUSTOMER_UNKNOWN, customerId));
    }

    /** How many customers the partner shares with each of its resellers or providers; others are absent. */
    @Transactional(readOnly = true)
    public Map<PartnerId, Long> countSharedCustomers(PartnerId partnerId) {
        return table.countShared(partnerId);
    }

    /** The partners that serve the tenant, for its own portal. */
    @Transactional(readOnly = true)
    public List<TenantRelationship> ofTenant(TenantId tenantId) {
        partnerSwitch.enter(tenantId);
        return table.listOf(tenantId);
    }

    private void share(Relationship relationship, PartnerId reseller, Instant now) {
        partnerSwitch.call(reseller, () -> {
            insert(mirrored(relationship, reseller, now));
            return true;
        });
        tellBoth(relationship, reseller);
    }

    private void tellBoth(Relationship relationship, PartnerId reseller) {
        var customerId = relationship.customerId();
        var delegated = relationship.delegatedAdministration();
        events.publishEvent(new ResellerAssigned(customerId, partners.get(reseller), delegated));
        partnerSwitch.call(reseller, () -> {
            events.publishEvent(new ResellerAssigned(customerId, partners.get(relationship.partnerId()), delegated));
            return true;
        });
    }

    private static Relationship mirrored(Relationship relationship, PartnerId reseller, Instant now) {
        return new Relationship(
                reseller,
                relationship.customerId(),
                Optional.of(relationship.partnerId()),
                Optional.empty(),
                relationship.delegatedAdministration(),
                now);
    }

    private void insert(Relationship relationship) {
        table.insert(relationship, () -> {
            throw Refusal.because(RelationshipRefusal.EXISTS, relationship.customerId());
        });
    }
}
