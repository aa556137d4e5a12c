package oroshi.relationships;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.PartnershipChanged.Change;

/**
 * How a reseller asks a provider for a partnership where the operator allows it (J3-07): it sends a link, the provider
 * accepts, and only then the reseller authorizes the provider as it does after a provider's own link.
 */
@Service
public class PartnershipRequests {
    private final RelationshipSettings settings;
    private final AgreedRequestTable table;
    private final PartnershipTable partnerships;
    private final Invitations invitations;
    private final Partners partners;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    PartnershipRequests(
            RelationshipSettings settings,
            AgreedRequestTable table,
            PartnershipTable partnerships,
            Invitations invitations,
            Partners partners,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.table = table;
        this.partnerships = partnerships;
        this.invitations = invitations;
        this.partners = partners;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** Whether resellers may ask at all. */
    public boolean isOffered() {
        return settings.resellerInitiated();
    }

    /** The reseller's link, made at first use. */
    @Transactional
    public Invitation link(PartnerId reseller) {
        requireAsking(reseller);
        return invitations.get(reseller, Invitation.Kind.PARTNERSHIP_REQUEST);
    }

    /** Makes the reseller's link worthless and makes a new one; what was accepted stays. */
    @Transactional
    public Invitation renewLink(PartnerId reseller) {
        requireAsking(reseller);
        return invitations.renew(reseller, Invitation.Kind.PARTNERSHIP_REQUEST);
    }

    /** What the reseller's link asks of the provider that opened it; refuses with the reason why it can't accept. */
    @Transactional(readOnly = true)
    public PartnershipRequest open(PartnerId provider, PartnerId reseller, String token) {
        requireOffered();
        invitations.open(reseller, Invitation.Kind.PARTNERSHIP_REQUEST, token);
        var sender = partners.get(reseller);
        PartnershipFit.requireProvider(partners.get(provider), sender);
        return new PartnershipRequest(
                sender,
                partnerships.find(provider, reseller).map(PartnershipRow::since),
                table.find(provider, reseller));
    }

    /** The provider accepts the reseller's request; repeating it, or having partnered already, changes nothing. */
    @Transactional
    public Partner agree(PartnerId provider, PartnerId reseller, String token) {
        var request = open(provider, reseller, token);
        if (request.isOpen()) {
            var now = clocks.of(provider).instant();
            // The provider's row comes first on every way, so that two ways never wait for each other.
            if (insert(provider, reseller, now)) {
                partnerSwitch.call(reseller, () -> insert(reseller, provider, now));
            }
        }
        return request.reseller();
    }

    /** The accepted requests that wait for the reseller, as either side sees them. */
    @Transactional(readOnly = true)
    public List<AgreedRequest> agreed(PartnerId partnerId) {
        return table.list(partnerId).stream()
                .map(waiting -> new AgreedRequest(partners.get(waiting.getKey()), waiting.getValue()))
                .toList();
    }

    /** Either side takes back what was accepted; refuses when nothing waits between the two. */
    @Transactional
    public void withdraw(PartnerId partnerId, PartnerId other) {
        var own = partners.get(partnerId);
        var provider = own.type() == PartnerType.INDIRECT_PROVIDER ? partnerId : other;
        var reseller = provider.equals(partnerId) ? other : partnerId;
        if (!partnerSwitch.call(provider, () -> delete(provider, reseller))) {
            throw Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, other);
        }
        partnerSwitch.call(reseller, () -> delete(reseller, provider));
    }

    private boolean insert(PartnerId partnerId, PartnerId other, Instant now) {
        return table.insert(partnerId, other, now) && tell(other, Change.AGREED);
    }

    private boolean delete(PartnerId partnerId, PartnerId other) {
        return table.delete(partnerId, other) && tell(other, Change.WITHDRAWN);
    }

    private boolean tell(PartnerId other, Change change) {
        events.publishEvent(new PartnershipChanged(partners.get(other), change));
        return true;
    }

    private void requireAsking(PartnerId reseller) {
        requireOffered();
        var asking = partners.get(reseller);
        if (asking.type() != PartnerType.INDIRECT_RESELLER || !asking.cloud().isPublic()) {
            throw Refusal.because(RelationshipRefusal.NOT_A_RESELLER);
        }
    }

    private void requireOffered() {
        if (!isOffered()) {
            throw Refusal.because(RelationshipRefusal.LINK_UNKNOWN);
        }
    }
}
