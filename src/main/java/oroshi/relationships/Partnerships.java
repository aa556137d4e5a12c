package oroshi.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.PartnershipChanged.Change;

/** Which indirect providers work with which indirect resellers. */
@Service
public class Partnerships {
    private final PartnershipTable table;
    private final AgreedRequestTable agreedRequests;
    private final Invitations invitations;
    private final PartnerSwitch partnerSwitch;
    private final Partners partners;
    private final ResellerChoice choice;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Partnerships(
            PartnershipTable table,
            AgreedRequestTable agreedRequests,
            Invitations invitations,
            PartnerSwitch partnerSwitch,
            Partners partners,
            ResellerChoice choice,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.agreedRequests = agreedRequests;
        this.invitations = invitations;
        this.partnerSwitch = partnerSwitch;
        this.partners = partners;
        this.choice = choice;
        this.clocks = clocks;
        this.events = events;
    }

    /** The provider's resellers, the oldest partnership first. */
    @Transactional(readOnly = true)
    public List<Partnership> resellersOf(PartnerId provider) {
        return list(provider, Side.PROVIDER);
    }

    /** The reseller's providers, the oldest partnership first. */
    @Transactional(readOnly = true)
    public List<Partnership> providersOf(PartnerId reseller) {
        return list(reseller, Side.RESELLER);
    }

    /** The partnership in force between the two, as the first one sees it. */
    @Transactional(readOnly = true)
    public Optional<Partnership> find(PartnerId partnerId, PartnerId other) {
        return table.find(partnerId, other).map(this::partnership);
    }

    /** The provider's resellers that serve the country, each with what keeps it from being chosen. */
    @Transactional(readOnly = true)
    public List<SelectableReseller> selectable(PartnerId provider, String customerCountry) {
        return resellersOf(provider).stream()
                .map(Partnership::other)
                .filter(reseller -> choice.serves(reseller, customerCountry))
                .map(reseller -> new SelectableReseller(reseller, choice.obstacle(reseller)))
                .toList();
    }

    /** The reseller, if the provider may choose it for a customer in the country; refuses with what stands against it. */
    @Transactional(readOnly = true)
    public Partner requireSelectable(PartnerId provider, PartnerId reseller, String customerCountry) {
        var partner = partners.find(reseller)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.RESELLER_UNKNOWN, reseller));
        if (table.find(provider, reseller)
                .filter(row -> row.side() == Side.PROVIDER)
                .isEmpty()) {
            throw Refusal.because(RelationshipRefusal.RESELLER_NO_PARTNERSHIP, partner.legalName());
        }
        choice.require(partner, customerCountry);
        return partner;
    }

    /**
     * What the provider's link offers the partner that opened it; refuses with the reason why it can't accept. A provider
     * that accepted the reseller's own request needs no link.
     */
    @Transactional(readOnly = true)
    public PartnershipOffer open(PartnerId viewer, PartnerId provider, String token) {
        if (agreedRequests.find(viewer, provider).isEmpty()) {
            invitations.open(provider, Invitation.Kind.PARTNERSHIP, token);
        }
        var sender = partners.get(provider);
        PartnershipFit.requireReseller(partners.get(viewer), sender);
        return new PartnershipOffer(sender, table.find(viewer, provider).map(PartnershipRow::since));
    }

    /**
     * The reseller authorizes the provider whose link it holds or that accepted its request: the provider may order for
     * shared customers and administers the reseller's directory. Repeating it changes nothing. Refuses unless the authorization was given
     * expressly.
     */
    @Transactional
    public Partnership accept(PartnerId reseller, PartnerId provider, String token, boolean authorized) {
        open(reseller, provider, token);
        if (!authorized) {
            throw Refusal.because(RelationshipRefusal.NOT_AUTHORIZED);
        }
        begin(provider, reseller);
        return find(reseller, provider).orElseThrow();
    }

    /** Stores the partnership on both sides, with delegated administration of the reseller's directory. */
    @Transactional
    void begin(PartnerId provider, PartnerId reseller) {
        var row = new PartnershipRow(
                provider, reseller, Side.PROVIDER, clocks.of(reseller).instant(), true);
        // The provider's row comes first on every way, so that two ways never wait for each other.
        if (partnerSwitch.call(provider, () -> insert(row))) {
            partnerSwitch.call(reseller, () -> insert(row.mirrored()));
        }
    }

    /**
     * Ends the partnership for both sides. Shared customers, delegated administration and subscriptions stay as they
     * are; the reseller can't be chosen any more.
     */
    @Transactional
    public void remove(PartnerId partnerId, PartnerId other) {
        var row = table.find(partnerId, other)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, other));
        var providerSide = row.side() == Side.PROVIDER ? row : row.mirrored();
        var now = clocks.of(partnerId).instant();
        var ended = partnerSwitch.call(providerSide.partnerId(), () -> end(providerSide, now));
        if (ended) {
            partnerSwitch.call(providerSide.otherId(), () -> end(providerSide.mirrored(), now));
        }
    }

    /** Providers whose partnership has ended and that administer the reseller's directory all the same. */
    @Transactional(readOnly = true)
    public List<Partnership> formerAdministrators(PartnerId reseller) {
        return table.listFormerAdministrators(reseller).stream()
                .map(this::partnership)
                .toList();
    }

    /** The reseller takes the administration of its own directory back; the partnership stays. */
    @Transactional
    public void removeAdministration(PartnerId reseller, PartnerId provider) {
        var ended = partnerSwitch.call(provider, () -> table.endAdministration(provider, reseller));
        if (!ended || !table.endAdministration(reseller, provider)) {
            throw Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, provider);
        }
        events.publishEvent(new PartnerAdministrationRemoved(partners.get(provider)));
        partnerSwitch.call(provider, () -> {
            events.publishEvent(new PartnerAdministrationRemoved(partners.get(reseller)));
            return true;
        });
    }

    private List<Partnership> list(PartnerId partnerId, Side side) {
        return table.list(partnerId, side).stream().map(this::partnership).toList();
    }

    private Partnership partnership(PartnershipRow row) {
        return new Partnership(
                row.partnerId(), row.side(), partners.get(row.otherId()), row.since(), row.delegatedAdministration());
    }

    private boolean insert(PartnershipRow row) {
        if (!table.insert(row)) {
            return false;
        }
        agreedRequests.delete(row.partnerId(), row.otherId());
        events.publishEvent(new PartnershipChanged(partners.get(row.otherId()), Change.AUTHORIZED));
        return true;
    }

    private boolean end(PartnershipRow row, Instant now) {
        if (!table.end(row.partnerId(), row.otherId(), now)) {
            return false;
        }
        events.publishEvent(new PartnershipChanged(partners.get(row.otherId()), Change.REMOVED));
        return true;
    }
}
