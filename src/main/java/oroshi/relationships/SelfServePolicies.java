package oroshi.relationships;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;

/** What partners let their customers buy by themselves. Nothing, unless a policy says so. */
@Service
public class SelfServePolicies {
    private final SelfServePolicyTable table;
    private final Relationships relationships;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    SelfServePolicies(
            SelfServePolicyTable table,
            Relationships relationships,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.relationships = relationships;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** The policy for the customer, as the viewer sees it: a reseller sees its provider's. Refuses a stranger's customer. */
    @Transactional(readOnly = true)
    public Optional<SelfServePolicy> find(PartnerId viewer, CustomerId customerId) {
        var owner = Viewpoint.of(relationships.get(viewer, customerId)).owner();
        return partnerSwitch.call(owner, () -> table.find(owner, customerId));
    }

    /** The policy with these two sides; refuses when the viewer has no part in one. */
    @Transactional(readOnly = true)
    public SelfServePolicy get(PartnerId viewer, PartnerId grantor, CustomerId customerId) {
        return relationships
                .find(viewer, customerId)
                .flatMap(serving -> find(viewer, customerId))
                .filter(policy -> policy.grantor().equals(grantor))
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.POLICY_UNKNOWN));
    }

    /** Lets the customer buy by itself from now on; refuses a second policy for the same customer. */
    @Transactional
    public SelfServePolicy create(PartnerId grantor, CustomerId customerId, Set<SelfServePermission> permissions) {
        requireServing(grantor, customerId);
        var policy = new SelfServePolicy(grantor, customerId, permissions, Ids.next());
        if (!table.insert(policy, clocks.of(grantor).instant())) {
            throw Refusal.because(RelationshipRefusal.POLICY_EXISTS);
        }
        events.publishEvent(SelfServePolicyChanged.created(policy));
        return policy;
    }

    /** Replaces the permissions; refuses when somebody changed the policy since it was seen. */
    @Transactional
    public SelfServePolicy update(SelfServePolicy seen, Set<SelfServePermission> permissions) {
        var changed = new SelfServePolicy(seen.grantor(), seen.customerId(), permissions, Ids.next());
        if (!table.update(changed, seen.version(), clocks.of(seen.grantor()).instant())) {
            throw Refusal.because(RelationshipRefusal.POLICY_CHANGED);
        }
        events.publishEvent(SelfServePolicyChanged.updated(seen, changed));
        return changed;
    }

    /** Takes everything back that the policy allowed; refuses when there is none of the partner. */
    @Transactional
    public void delete(PartnerId grantor, CustomerId customerId) {
        if (!withdraw(grantor, customerId)) {
            throw Refusal.because(RelationshipRefusal.POLICY_UNKNOWN);
        }
    }

    /** Lets the customer buy just this by itself, whatever held before; nothing changes when it holds already. */
    @Transactional
    public void set(PartnerId grantor, CustomerId customerId, Set<SelfServePermission> permissions) {
        requireServing(grantor, customerId);
        var present = table.find(grantor, customerId);
        if (present.map(SelfServePolicy::permissions).orElse(Set.of()).equals(permissions)) {
            return;
        }
        if (permissions.isEmpty()) {
            withdraw(grantor, customerId);
        } else if (present.isPresent()) {
            update(present.get(), permissions);
        } else {
            create(grantor, customerId, permissions);
        }
    }

    /** Who no longer serves the customer answers for nothing that it buys. */
    @EventListener
    void on(RelationshipEnded ended) {
        withdraw(ended.relationship().partnerId(), ended.relationship().customerId());
    }

    private boolean withdraw(PartnerId grantor, CustomerId customerId) {
        var withdrawn = table.delete(grantor, customerId);
        withdrawn.map(SelfServePolicyChanged::deleted).ifPresent(events::publishEvent);
        return withdrawn.isPresent();
    }

    /** Only who sells to the customer answers for what it buys. */
    private void requireServing(PartnerId grantor, CustomerId customerId) {
        if (relationships.get(grantor, customerId).provider().isPresent()) {
            throw Refusal.because(RelationshipRefusal.CUSTOMER_UNKNOWN, customerId);
        }
    }
}
