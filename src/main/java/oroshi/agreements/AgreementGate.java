package oroshi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/** Decides whether a purchase passes (J2 2.2). */
@Component
class AgreementGate {
    private static final Gate OPEN = new Gate.Open();

    private final AgreementSettings settings;
    private final Templates templates;
    private final AttestationTable attestations;
    private final DirectAcceptanceTable direct;
    private final Partners partners;
    private final Clocks clocks;

    AgreementGate(
            AgreementSettings settings,
            Templates templates,
            AttestationTable attestations,
            DirectAcceptanceTable direct,
            Partners partners,
            Clocks clocks) {
        this.settings = settings;
        this.templates = templates;
        this.attestations = attestations;
        this.direct = direct;
        this.partners = partners;
        this.clocks = clocks;
    }

    Gate judge(PartnerId partnerId, CustomerId customerId, Purchase purchase) {
        var now = clocks.of(partnerId).instant();
        var type = required(partners.get(partnerId), now);
        if (type.isEmpty() || !inForce(day(now))) {
            return OPEN;
        }
        var attested =
                attestations.findCurrent(partnerId, customerId, type.get()).map(Acceptance::template);
        if (attested.filter(template -> passes(template, purchase, now)).isPresent()) {
            return OPEN;
        }
        var accepted = direct.find(customerId.tenantId(), type.get()).map(DirectAcceptance::template);
        if (accepted.filter(template -> passes(template, purchase, now)).isPresent()) {
            return OPEN;
        }
        return attested.or(() -> accepted)
                .flatMap(template -> templates.successor(template, day(now)))
                .<Gate>map(newer -> new Gate.Closed(AgreementRefusal.NEW_VERSION, List.of(newer.effectiveFrom())))
                .orElseGet(() -> new Gate.Closed(missing(partnerId, customerId), List.of()));
    }

    /** The agreement that the partner's customers must have accepted at the moment. */
    Optional<AgreementType> required(Partner partner, Instant now) {
        return settings.requiredOn(partner.cloud(), day(now));
    }

    /** Whether an acceptance of the version lets the purchase pass. */
    private boolean passes(AgreementTemplate accepted, Purchase purchase, Instant now) {
        var successor = templates.successor(accepted, day(now));
        if (successor.isEmpty()) {
            return true;
        }
        var published = successor.get().effectiveFrom();
        if (purchase instanceof Purchase.LicenseChange change) {
            return day(change.startedAt()).isBefore(published) && now.isBefore(change.renewsAt());
        }
        return day(now).isBefore(published.plusDays(settings.graceDays()));
    }

    private AgreementRefusal missing(PartnerId partnerId, CustomerId customerId) {
        return attestations.findAsked(partnerId, customerId).isPresent()
                ? AgreementRefusal.AWAITING
                : AgreementRefusal.MISSING;
    }

    /** Portal and API came under the rule on different days (J2-09). */
    private boolean inForce(LocalDate today) {
        var throughApi = Caller.current().flatMap(Caller::applicationId).isPresent();
        return !today.isBefore(throughApi ? settings.apiFrom() : settings.portalFrom());
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
