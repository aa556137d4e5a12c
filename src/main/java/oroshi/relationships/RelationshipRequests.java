package oroshi.relationships;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;

/** How partners ask existing customers for a relationship: by a link, which the customer opens in its portal. */
@Service
public class RelationshipRequests {
    private final RelationshipSettings settings;
    private final Invitations invitations;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Markets markets;
    private final PartnerSwitch partnerSwitch;
    private final ApplicationEventPublisher events;

    RelationshipRequests(
            RelationshipSettings settings,
            Invitations invitations,
            Partnerships partnerships,
            Partners partners,
            Markets markets,
            PartnerSwitch partnerSwitch,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.invitations = invitations;
        this.partnerships = partnerships;
        this.partners = partners;
        this.markets = markets;
        this.partnerSwitch = partnerSwitch;
        this.events = events;
    }

    /** Whether partners of the cloud may ask existing customers at all. */
    public boolean isOffered(Cloud cloud) {
        return cloud == Cloud.PUBLIC || (cloud == Cloud.US_GOV && settings.govRelationshipRequest());
    }

    /** Whether the partner may ask at present. */
    public boolean mayRequest(Partner partner) {
        return isOffered(partner.cloud()) && partner.status().mayAddCustomers() && !partner.sandbox();
    }

    /** The partner's link; outside the public cloud delegated administration is always part of it. */
    @Transactional
    public RequestLink link(PartnerId sender, Optional<PartnerId> provider, boolean delegatedAdministration) {
        var partner = partners.get(sender);
        requireMayRequest(partner);
        provider.ifPresent(other -> requireProvider(sender, other));
        var token = invitations.get(sender, Invitation.Kind.CUSTOMER).token();
        var included = delegatedAdministration || !partner.cloud().isPublic();
        return new RequestLink(sender, provider, included, partner.mpnId(), token);
    }

    /** Makes every link that the partner has sent out worthless; what they brought about stays. */
    @Transactional
    public void withdraw(PartnerId sender) {
        requireMayRequest(partners.get(sender));
        invitations.renew(sender, Invitation.Kind.CUSTOMER);
        events.publishEvent(new RequestLinkRenewed(sender));
    }

    /** Who asks by the link; refuses with the reason why the company can't accept. */
    @Transactional(readOnly = true)
    public Requesters open(RequestLink link, TenantId tenantId, Cloud cloud, String country) {
        var sender = partners.find(link.sender()).orElseThrow(RelationshipRequests::unknown);
        if (!isOffered(cloud)) {
            throw Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "The relationship request");
        }
        requireToken(link);
        var provider =
                link.provider().map(id -> partnerSwitch.call(sender.id(), () -> requireProvider(sender.id(), id)));
        if (partners.find(PartnerId.of(tenantId)).isPresent()) {
            throw Refusal.because(RelationshipRefusal.TO_PARTNER);
        }
        requireFit(sender, cloud, country);
        provider.ifPresent(other -> requireFit(other, cloud, country));
        return new Requesters(sender, provider, link.delegatedAdministration() || !cloud.isPublic());
    }

    private void requireToken(RequestLink link) {
        try {
            invitations.open(link.sender(), Invitation.Kind.CUSTOMER, link.token());
        } catch (Refusal unknown) {
            throw unknown();
        }
    }

    private void requireMayRequest(Partner partner) {
        if (!isOffered(partner.cloud())) {
            throw Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "The relationship request");
        }
        if (partner.sandbox()) {
            throw Refusal.because(RelationshipRefusal.LINK_IN_SANDBOX);
        }
        partner.requireMayAddCustomers();
    }

    private Partner requireProvider(PartnerId sender, PartnerId provider) {
        return partnerships
                .find(sender, provider)
                .filter(partnership -> partnership.side() == Side.RESELLER)
                .map(Partnership::other)
                .orElseThrow(RelationshipRequests::unknown);
    }

    private void requireFit(Partner partner, Cloud cloud, String country) {
        if (partner.cloud() != cloud) {
            throw Refusal.because(RelationshipRefusal.REQUEST_OTHER_CLOUD, partner.legalName());
        }
        if (!markets.maySell(partner, country)) {
            throw Refusal.because(RelationshipRefusal.REQUEST_OTHER_REGION, partner.legalName());
        }
        if (partner.status() != PartnerStatus.ACTIVE) {
            throw Refusal.because(RelationshipRefusal.REQUEST_NOT_ACTIVE, partner.legalName());
        }
    }

    private static Refusal unknown() {
        return Refusal.because(RelationshipRefusal.REQUEST_UNKNOWN);
    }
}
