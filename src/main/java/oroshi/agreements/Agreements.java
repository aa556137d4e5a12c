package oroshi.agreements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.agreements.AttestationRules.LastDay;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.customers.Customers;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;

/** What customers of a partner accepted: attesting it, asking for it, and the gate that purchases pass. */
@Service
public class Agreements {
    /** Callers of the API that send a local date may be ahead of the clock by so much. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private static final int ATTEMPTS = 5;

    private final AgreementSettings settings;
    private final Templates templates;
    private final AttestationTable attestations;
    private final DirectAcceptanceTable direct;
    private final AgreementGate gate;
    private final AttestationRules rules;
    private final Partners partners;
    private final Relationships relationships;
    private final Customers customers;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Agreements(
            AgreementSettings settings,
            Templates templates,
            AttestationTable attestations,
            DirectAcceptanceTable direct,
            AgreementGate gate,
            AttestationRules rules,
            Partners partners,
            Relationships relationships,
            Customers customers,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.templates = templates;
        this.attestations = attestations;
        this.direct = direct;
        this.gate = gate;
        this.rules = rules;
        this.partners = partners;
        this.relationships = relationships;
        this.customers = customers;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** Whether customers may accept in the customer portal instead of the partner's attestation. */
    public boolean directAcceptanceOffered() {
        return settings.directAcceptance();
    }

    /** The agreement that is required in the cloud at the moment; empty where none is. */
    public Optional<AgreementType> requiredType(Cloud cloud, Instant at) {
        return settings.requiredOn(cloud, day(at));
    }

    /** The version of the required agreement for customers in the country; empty where none is required or written. */
    public Optional<AgreementTemplate> latestTemplate(Cloud cloud, String country, Instant at) {
        return requiredType(cloud, at).flatMap(type -> templates.latest(type, country, day(at)));
    }

    /** Whether the required agreement has been published anew anywhere: only then can an acceptance be outdated. */
    public boolean hasNewVersions(Cloud cloud, Instant at) {
        return requiredType(cloud, at).stream().anyMatch(type -> templates.list().stream()
                .filter(template -> template.type().equals(type))
                .anyMatch(template -> template.versionRank() > 0));
    }

    /**
     * Records that the customer accepted the version in force. Refuses an older version, a date in the future or before
     * the version, a signer of the partner's own, and what is on record already; and every partner that doesn't buy.
     */
    @Transactional
    public Acceptance attest(PartnerId partnerId, CustomerId customerId, NewAttestation request) {
        var partner = partners.get(partnerId);
        var now = clocks.of(partnerId).instant();
        requireLatest(partner, request, now);
        return record(partner, customerId, request, new LastDay.Today(today(partner, now)));
    }

    /** As {@link #attest} for a customer that the same transaction has just stored: nothing can be on record yet. */
    @Transactional
    public void attestNew(PartnerId partnerId, CustomerId customerId, NewAttestation request) {
        check(partnerId, request);
        attestations.insertFirst(
                partnerId,
                customerId,
                request,
                Attester.current(),
                clocks.of(partnerId).instant());
        events.publishEvent(new AgreementAttested(customerId, request));
    }

    /** As {@link #attest}, but for the version that an API caller named, be it the latest or not. */
    @Transactional
    Acceptance attestNamedVersion(PartnerId partnerId, CustomerId customerId, NewAttestation request) {
        var latest = clocks.of(partnerId).instant().plus(AHEAD);
        return record(partners.get(partnerId), customerId, request, new LastDay.Until(latest));
    }

    /** What is wrong with the attestation, before a customer exists to attest for; refuses with all of it. */
    @Transactional(readOnly = true)
    public void check(PartnerId partnerId, NewAttestation request) {
        var partner = partners.get(partnerId);
        var now = clocks.of(partnerId).instant();
        requireAttesting(partner);
        requireLatest(partner, request, now);
        rules.require(partner, request, new LastDay.Today(today(partner, now)));
    }

    /** Remembers that the partner asked the customer to accept in the customer portal. */
    @Transactional
    public void ask(PartnerId partnerId, CustomerId customerId) {
        requireAgreements(partners.get(partnerId));
        relationships.get(partnerId, customerId);
        attestations.putAsked(partnerId, customerId, clocks.of(partnerId).instant());
        if (statusFor(partnerId, customerId).state() == AgreementState.AWAITING_CUSTOMER) {
            customers.noteAgreement(partnerId, customerId, oroshi.customers.AgreementState.AWAITING_CUSTOMER);
        }
    }

    /** Whether a new order for the customer may pass. */
    @Transactional(readOnly = true)
    public Gate gate(PartnerId partnerId, CustomerId customerId) {
        return gate(partnerId, customerId, Purchase.newOrder());
    }

    /** Whether the purchase may pass. */
    @Transactional(readOnly = true)
    public Gate gate(PartnerId partnerId, CustomerId customerId, Purchase purchase) {
        return gate.judge(partnerId, customerId, purchase);
    }

    /** The current record of the agreement that is required now; a reseller sees that of its provider. */
    @Transactional(readOnly = true)
    public Optional<Acceptance> current(PartnerId viewer, CustomerId customerId) {
        return status(viewer, customerId).attestation();
    }

    /** Every record about the customer, by date of agreement; a reseller sees those of its provider. */
    @Transactional(readOnly = true)
    public List<Acceptance> history(PartnerId viewer, CustomerId customerId) {
        return asOwner(viewer, customerId, owner -> attestations.list(owner, customerId));
    }

    /** How the customer stands with the required agreement; a reseller sees how it stands with its provider. */
    @Transactional(readOnly = true)
    public AgreementStatus status(PartnerId viewer, CustomerId customerId) {
        return asOwner(viewer, customerId, owner -> statusFor(owner, customerId));
    }

    /** Whether and how the customer of the viewer accepted the agreement itself. */
    @Transactional(readOnly = true)
    public Optional<DirectAcceptance> findDirect(PartnerId viewer, CustomerId customerId, AgreementType type) {
        relationships.get(viewer, customerId);
        return direct.find(customerId.tenantId(), type);
    }

    /** Refuses a partner that may not attest for the customer: a foreign one, a reseller, one without agreements. */
    @Transactional(readOnly = true)
    public void requireAttesting(PartnerId partnerId, CustomerId customerId) {
        requireAttesting(partners.get(partnerId));
        if (relationships.get(partnerId, customerId).provider().isPresent()) {
            throw Refusal.because(AgreementRefusal.NOT_ALLOWED);
        }
    }

    private <T> T asOwner(PartnerId viewer, CustomerId customerId, Function<PartnerId, T> reading) {
        var owner = relationships.viewpoint(viewer, customerId).owner();
        return partnerSwitch.call(owner, () -> reading.apply(owner));
    }

    private AgreementStatus statusFor(PartnerId partnerId, CustomerId customerId) {
        var now = clocks.of(partnerId).instant();
        var required = gate.required(partners.get(partnerId), now);
        if (required.isEmpty()) {
            return AgreementStatus.NOT_APPLICABLE;
        }
        var attestation = attestations.findCurrent(partnerId, customerId, required.get());
        var accepted = direct.find(customerId.tenantId(), required.get());
        var asked = attestations.findAsked(partnerId, customerId);
        var newVersion = newest(attestation, accepted).flatMap(version -> templates.successor(version, day(now)));
        var state = state(attestation, accepted, asked, newVersion);
        return new AgreementStatus(state, required, attestation, accepted, asked, newVersion);
    }

    private Acceptance record(Partner partner, CustomerId customerId, NewAttestation request, LastDay last) {
        requireAttesting(partner.id(), customerId);
        rules.require(partner, request, last);
        var now = clocks.of(partner.id()).instant();
        insert(partner.id(), customerId, request, now);
        events.publishEvent(new AgreementAttested(customerId, request));
        customers.noteAgreement(partner.id(), customerId, oroshi.customers.AgreementState.ACCEPTED);
        return attestations
                .findCurrent(partner.id(), customerId, request.template().type())
                .orElseThrow();
    }

    private void insert(PartnerId partnerId, CustomerId customerId, NewAttestation request, Instant now) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attestations.insert(partnerId, customerId, request, Attester.current(), now)) {
                return;
            }
            requireNotOnRecord(partnerId, customerId, request);
        }
        throw new IllegalStateException("Other attestations for the customer kept coming first");
    }

    private void requireNotOnRecord(PartnerId partnerId, CustomerId customerId, NewAttestation request) {
        var current = attestations.findCurrent(
                partnerId, customerId, request.template().type());
        var same = current.filter(known ->
                        known.template().versionRank() == request.template().versionRank())
                .filter(known -> known.signer().isSameAs(request.signer()));
        if (same.isPresent()) {
            var signer = request.signer();
            throw Refusal.because(AgreementRefusal.DUPLICATE, signer.firstName() + " " + signer.lastName());
        }
    }

    private void requireLatest(Partner partner, NewAttestation request, Instant now) {
        requireAgreements(partner);
        var template = request.template();
        var latest = templates.require(template.type(), template.country(), day(now));
        if (template.versionRank() < latest.versionRank()) {
            throw Refusal.of("agreement", AgreementRefusal.NEW_VERSION, latest.effectiveFrom());
        }
    }

    private static void requireAttesting(Partner partner) {
        requireAgreements(partner);
        if (!partner.type().buys()) {
            throw Refusal.because(AgreementRefusal.NOT_ALLOWED);
        }
    }

    private static void requireAgreements(Partner partner) {
        if (!partner.cloud().isPublic()) {
            throw Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "The customer agreement");
        }
    }

    private static AgreementState state(
            Optional<Acceptance> attestation,
            Optional<DirectAcceptance> accepted,
            Optional<Instant> asked,
            Optional<AgreementTemplate> newVersion) {
        if (newVersion.isPresent()) {
            return AgreementState.NEW_VERSION;
        }
        if (accepted.isPresent()) {
            return AgreementState.ACCEPTED_BY_CUSTOMER;
        }
        if (attestation.isPresent()) {
            return AgreementState.CONFIRMED_BY_PARTNER;
        }
        return asked.isPresent() ? AgreementState.AWAITING_CUSTOMER : AgreementState.NOT_PROVIDED;
    }

    private static Optional<AgreementTemplate> newest(
            Optional<Acceptance> attestation, Optional<DirectAcceptance> accepted) {
        var attested = attestation.map(Acceptance::template);
        var own = accepted.map(DirectAcceptance::template);
        return own.filter(template -> template.versionRank()
                        >= attested.map(AgreementTemplate::versionRank).orElse(-1))
                .or(() -> attested);
    }

    private static LocalDate today(Partner partner, Instant now) {
        return now.atZone(partner.timeZone()).toLocalDate();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
