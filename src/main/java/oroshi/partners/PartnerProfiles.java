package oroshi.partners;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;

/** What partners say about themselves, their legal data aside: organization, invoices, help for customers. */
@Service
public class PartnerProfiles {
    private final ProfileTable table;
    private final Partners partners;
    private final CompanyRules rules;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    PartnerProfiles(
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

    @Transactional(readOnly = true)
    public Versioned<OrganizationProfile> organization(PartnerId partnerId) {
        return find(partnerId, ProfileKind.ORGANIZATION, PartnerProfiles::unwrittenOrganization);
    }

    /** Replaces the profile; refuses when somebody saved a newer version than the expected one. */
    @Transactional
    public Versioned<OrganizationProfile> update(
            PartnerId partnerId, OrganizationProfile typed, Optional<String> expected) {
        var checked = check(partnerId).organization(typed);
        return put(partnerId, ProfileKind.ORGANIZATION, this::organization, checked, expected);
    }

    @Transactional(readOnly = true)
    public Versioned<PartnerBillingProfile> billing(PartnerId partnerId) {
        return find(partnerId, ProfileKind.BILLING, PartnerProfiles::unwrittenBilling);
    }

    /** Replaces the profile; refuses when somebody saved a newer version than the expected one. */
    @Transactional
    public Versioned<PartnerBillingProfile> update(
            PartnerId partnerId, PartnerBillingProfile typed, Optional<String> expected) {
        var checked =
                check(partnerId).billing(typed, billing(partnerId).profile().address());
        return put(partnerId, ProfileKind.BILLING, this::billing, checked, expected);
    }

    @Transactional(readOnly = true)
    public Versioned<SupportProfile> support(PartnerId partnerId) {
        return find(partnerId, ProfileKind.SUPPORT, partner -> SupportProfile.NOTHING);
    }

    /** Replaces the profile; refuses when somebody saved a newer version than the expected one. */
    @Transactional
    public Versioned<SupportProfile> update(PartnerId partnerId, SupportProfile typed, Optional<String> expected) {
        var checked = check(partnerId).support(typed);
        return put(partnerId, ProfileKind.SUPPORT, this::support, checked, expected);
    }

    private ProfileCheck check(PartnerId partnerId) {
        return new ProfileCheck(rules, partners.get(partnerId));
    }

    @SuppressWarnings("unchecked")
    private <T> Versioned<T> find(PartnerId partnerId, ProfileKind kind, Function<Partner, T> unwritten) {
        var partner = partners.get(partnerId);
        var initial = unwritten.apply(partner);
        return table.find(partnerId, kind, (Class<T>) initial.getClass())
                .orElseGet(() -> new Versioned<>(initial, partnerId.value().getLeastSignificantBits()));
    }

    private <T> Versioned<T> put(
            PartnerId partnerId,
            ProfileKind kind,
            Function<PartnerId, Versioned<T>> present,
            T changed,
            Optional<String> expected) {
        partners.oneAtATime(partnerId);
        var before = present.apply(partnerId);
        if (expected.filter(etag -> !etag.equals(before.etag())).isPresent()) {
            throw Refusal.because(PartnerRefusal.CHANGED_MEANWHILE);
        }
        var stored = new Versioned<>(changed, Ids.next().getLeastSignificantBits());
        table.put(partnerId, kind, stored, clocks.of(partnerId).instant());
        events.publishEvent(PartnerProfileUpdated.of(kind, before.profile(), changed));
        return stored;
    }

    private static OrganizationProfile unwrittenOrganization(Partner partner) {
        var culture = partner.culture();
        return new OrganizationProfile(
                partner.legalName(),
                ProfileAddress.in(partner.country()),
                "",
                culture.getLanguage(),
                culture.toLanguageTag());
    }

    private static PartnerBillingProfile unwrittenBilling(Partner partner) {
        return new PartnerBillingProfile(
                partner.legalName(), ProfileAddress.in(partner.country()), ProfileContact.NOBODY, "", "", null);
    }
}
