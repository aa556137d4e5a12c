package oroshi.administration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.access.CustomerConsents;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.relationships.Relationship;
import oroshi.relationships.RelationshipEnded;
import oroshi.relationships.Relationships;

/** What partners let applications do in the tenants of the customers that they administer. */
@Service
class ApplicationConsents implements CustomerConsents {
    private final AdministeredDirectory directory;
    private final Relationships relationships;
    private final ApplicationConsentTable table;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    ApplicationConsents(
            AdministeredDirectory directory,
            Relationships relationships,
            ApplicationConsentTable table,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.relationships = relationships;
        this.table = table;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** Lets the calling application into the tenant; refuses another application, and one that has been let in. */
    @Transactional
    public ApplicationConsent give(Caller caller, CustomerId customerId, ApplicationConsent consent) {
        directory.toRead(caller, customerId);
        if (!caller.applicationId().equals(Optional.of(consent.applicationId()))) {
            throw Refusal.of("applicationId", AdministrationRefusal.CONSENT_FOR_ANOTHER);
        }
        var now = clocks.of(caller.partnerId()).instant();
        if (!table.insert(caller.partnerId(), customerId, consent, now)) {
            throw Refusal.because(AdministrationRefusal.CONSENT_EXISTS, consent.applicationId());
        }
        events.publishEvent(ApplicationConsentChanged.given(customerId, consent));
        return consent;
    }

    /** Takes the application's permissions back; refuses when it has none. */
    @Transactional
    public void withdraw(Caller caller, CustomerId customerId, UUID applicationId) {
        directory.toRead(caller, customerId);
        var consent = table.find(caller.partnerId(), customerId, applicationId)
                .filter(found -> table.delete(caller.partnerId(), customerId, applicationId))
                .orElseThrow(() -> Refusal.because(AdministrationRefusal.CONSENT_UNKNOWN));
        events.publishEvent(ApplicationConsentChanged.withdrawn(customerId, consent));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Map<UUID, Set<String>>> find(PartnerId partnerId, TenantId tenantId, UUID applicationId) {
        var customerId = CustomerId.of(tenantId);
        return partnerSwitch.call(partnerId, () -> relationships
                .find(partnerId, customerId)
                .filter(Relationship::delegatedAdministration)
                .map(served -> table.find(partnerId, customerId, applicationId)
                        .map(ApplicationConsent::permissions)
                        .orElse(Map.of())));
    }

    /** With the relationship ends what was let in under it. */
    @EventListener
    void on(RelationshipEnded ended) {
        var relationship = ended.relationship();
        table.deleteAll(relationship.partnerId(), relationship.customerId());
    }
}
