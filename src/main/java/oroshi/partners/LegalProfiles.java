package oroshi.partners;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;

/** Who the partners are by law, and what the operator found about it. */
@Service
public class LegalProfiles {
    private final ProfileTable table;
    private final Partners partners;
    private final CompanyRules rules;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    LegalProfiles(
            ProfileTable table,
            Partners partners,
            CompanyRules rules,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.partners = partners;
        this.rules = rules;
        this.clocks = clocks;
        this.events = events;
    }

    /** The partner's legal data with its version, whatever came of their vetting. */
    @Transactional(readOnly = true)
    public Versioned<VettedProfile> get(PartnerId partnerId) {
        return find(partnerId).orElseGet(() -> unwritten(partners.get(partnerId)));
    }

    /** The legal data of the newest vetting that came to an end; refuses while there was none. */
    @Transactional(readOnly = true)
    public VettedProfile lastFinalized(PartnerId partnerId) {
        return get(partnerId).profile().lastFinalized().orElseThrow(() -> Refusal.because(PartnerRefusal.NOT_VETTED));
    }

    /** Replaces the legal data. Another name or another address is vetted again. */
    @Transactional
    public Versioned<VettedProfile> update(PartnerId partnerId, LegalProfile typed, Optional<String> expected) {
        var changed = new ProfileCheck(rules, partners.get(partnerId)).legal(typed);
        partners.oneAtATime(partnerId);
        var before = get(partnerId);
        if (expected.filter(etag -> !etag.equals(before.etag())).isPresent()) {
            throw Refusal.because(PartnerRefusal.CHANGED_MEANWHILE);
        }
        return put(partnerId, before, before.profile().changedTo(changed));
    }

    /**
     * The operator authorizes or rejects what waits for vetting: the partner bears the authorized name from then on, or is
     * suspended. Refuses when nothing waits.
     */
    @Transactional
    public Versioned<VettedProfile> decide(PartnerId partnerId, boolean authorized) {
        partners.oneAtATime(partnerId);
        var before = get(partnerId);
        if (before.profile().vetting() != ProfileVetting.PENDING) {
            throw Refusal.because(PartnerRefusal.NOTHING_TO_VET);
        }
        if (authorized) {
            var rejectedBefore = before.profile().lastFinalized().stream()
                    .anyMatch(last -> last.vetting() == ProfileVetting.REJECTED);
            partners.authorize(partnerId, before.profile().profile().companyName(), rejectedBefore);
        } else {
            partners.reject(partnerId);
        }
        var decision = authorized ? ProfileVetting.AUTHORIZED : ProfileVetting.REJECTED;
        return put(partnerId, before, before.profile().decidedAs(decision));
    }

    /** Stores the legal data of a new sandbox account, which nobody has to vet, and the language it works in. */
    @Transactional
    public void adopt(PartnerId partnerId, LegalProfile typed, String language) {
        var partner = partners.get(partnerId);
        var legal = new ProfileCheck(rules, partner).legal(typed);
        var before = get(partnerId);
        put(partnerId, before, before.profile().changedTo(legal).decidedAs(ProfileVetting.AUTHORIZED));
        var organization = new OrganizationProfile(
                legal.companyName(),
                legal.address(),
                "",
                language,
                partner.culture().toLanguageTag());
        var checked = new ProfileCheck(rules, partner).organization(organization);
        var stored = new Versioned<>(checked, Ids.next().getLeastSignificantBits());
        table.put(
                partnerId,
                ProfileKind.ORGANIZATION,
                stored,
                clocks.of(partnerId).instant());
    }

    private Versioned<VettedProfile> put(PartnerId partnerId, Versioned<VettedProfile> before, VettedProfile after) {
        var stored = new Versioned<>(after, Ids.next().getLeastSignificantBits());
        table.put(
                partnerId,
                ProfileKind.LEGAL_BUSINESS,
                stored,
                clocks.of(partnerId).instant());
        events.publishEvent(PartnerProfileUpdated.of(
                ProfileKind.LEGAL_BUSINESS, before.profile().present(), after.present()));
        return stored;
    }

    private Optional<Versioned<VettedProfile>> find(PartnerId partnerId) {
        return table.find(partnerId, ProfileKind.LEGAL_BUSINESS, VettedProfile.class);
    }

    /** What the registry knows, of a partner that has said nothing yet. */
    private static Versioned<VettedProfile> unwritten(Partner partner) {
        var profile = new LegalProfile(
                partner.legalName(), ProfileAddress.in(partner.country()), ProfileContact.NOBODY, null, "");
        return new Versioned<>(
                new VettedProfile(profile, ProfileVetting.NONE, null),
                partner.id().value().getLeastSignificantBits());
    }
}
