package oroshi.agreements;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.customers.AgreementState;
import oroshi.customers.Customers;
import oroshi.database.PartnerSwitch;
import oroshi.directory.Directory;
import oroshi.directory.Tenant;
import oroshi.relationships.Relationships;
import oroshi.relationships.TenantRelationship;

/** Acceptance by the customer itself, in the customer portal. */
@Service
public class DirectAcceptances {
    private final AgreementSettings settings;
    private final Templates templates;
    private final DirectAcceptanceTable table;
    private final AttestationTable attestations;
    private final Directory directory;
    private final Relationships relationships;
    private final Customers customers;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    DirectAcceptances(
            AgreementSettings settings,
            Templates templates,
            DirectAcceptanceTable table,
            AttestationTable attestations,
            Directory directory,
            Relationships relationships,
            Customers customers,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.templates = templates;
        this.table = table;
        this.attestations = attestations;
        this.directory = directory;
        this.relationships = relationships;
        this.customers = customers;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** What the tenant may accept now; empty where its cloud or country has no agreement. */
    @Transactional(readOnly = true)
    public Optional<AgreementTemplate> offered(TenantId tenantId) {
        var now = now(relationships.ofTenant(tenantId));
        return directory.findTenant(tenantId).flatMap(tenant -> latest(tenant, now));
    }

    /** The tenant's own acceptance of the highest version. */
    @Transactional(readOnly = true)
    public Optional<DirectAcceptance> find(TenantId tenantId, AgreementType type) {
        return table.find(tenantId, type);
    }

    /** Whether a partner has attested that the tenant accepted the type. */
    @Transactional(readOnly = true)
    public boolean isAttested(TenantId tenantId, AgreementType type) {
        var customerId = CustomerId.of(tenantId);
        return relationships.ofTenant(tenantId).stream()
                .map(TenantRelationship::partnerId)
                .anyMatch(partner -> partnerSwitch.call(partner, () -> attestations
                        .findCurrent(partner, customerId, type)
                        .isPresent()));
    }

    /**
     * Records that the tenant's global admin accepts the version in force; every partner of the tenant learns of it.
     * Accepting again changes nothing. Refuses everybody but a global admin.
     */
    @Transactional
    public DirectAcceptance accept(TenantId tenantId, Person person, String language, String address) {
        if (!settings.directAcceptance()) {
            throw Refusal.because(AgreementRefusal.ASK_PARTNER);
        }
        if (!person.globalAdmin()) {
            throw Refusal.because(AgreementRefusal.NOT_GLOBAL_ADMIN);
        }
        var serving = relationships.ofTenant(tenantId);
        var acceptance = acceptance(tenantId, person, language, address, now(serving));
        if (table.insert(acceptance)) {
            serving.forEach(partner -> tell(partner, acceptance));
        }
        return table.find(tenantId, acceptance.template().type()).orElseThrow();
    }

    /** Who accepts. */
    public record Person(UserId id, String name, boolean globalAdmin) {}

    private DirectAcceptance acceptance(
            TenantId tenantId, Person person, String language, String address, Instant now) {
        var template = directory
                .findTenant(tenantId)
                .flatMap(tenant -> latest(tenant, now))
                .orElseThrow(() -> Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "The customer agreement"));
        var read = template.isIn(language) ? language : template.languageFor(Locale.forLanguageTag(language));
        return new DirectAcceptance(tenantId, template, read, person.id(), person.name(), address, now);
    }

    private Optional<AgreementTemplate> latest(Tenant tenant, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return settings.requiredOn(tenant.cloud(), today)
                .flatMap(type -> templates.latest(type, tenant.country(), today));
    }

    private void tell(TenantRelationship partner, DirectAcceptance acceptance) {
        partnerSwitch.call(partner.partnerId(), () -> {
            events.publishEvent(new AgreementAccepted(acceptance));
            if (partner.provider().isEmpty()) {
                customers.noteAgreement(
                        partner.partnerId(), CustomerId.of(acceptance.tenantId()), AgreementState.ACCEPTED);
            }
            return acceptance;
        });
    }

    /** A tenant has no clock of its own: it lives in the time of the partner that serves it longest. */
    private Instant now(List<TenantRelationship> serving) {
        return serving.stream()
                .findFirst()
                .map(partner -> clocks.of(partner.partnerId()))
                .orElseGet(Clock::systemUTC)
                .instant();
    }
}
