package oroshi.relationships;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.database.PartnerSwitch;
import oroshi.database.Writes;
import oroshi.directory.Directory;
import oroshi.partners.LegalProfiles;
import oroshi.partners.Markets;
import oroshi.partners.NewPartner;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.rest.RestRefusal;

/** The indirect resellers that a provider makes for its own trials in a sandbox, and takes away again. */
@Service
public class SandboxResellers {
    static final int MOST = 5;

    private final Partners partners;
    private final Markets markets;
    private final LegalProfiles profiles;
    private final Directory directory;
    private final Partnerships partnerships;
    private final SandboxResellerTable table;
    private final PartnerSwitch partnerSwitch;
    private final Writes writes;

    SandboxResellers(
            Partners partners,
            Markets markets,
            LegalProfiles profiles,
            Directory directory,
            Partnerships partnerships,
            SandboxResellerTable table,
            PartnerSwitch partnerSwitch,
            Writes writes) {
        this.partners = partners;
        this.markets = markets;
        this.profiles = profiles;
        this.directory = directory;
        this.partnerships = partnerships;
        this.table = table;
        this.partnerSwitch = partnerSwitch;
        this.writes = writes;
    }

    /** The provider, if it works in a sandbox; all others hear that they are no such account. */
    Partner requireSandbox(PartnerId provider) {
        var partner = partners.get(provider);
        if (!partner.sandbox()
                || partner.type() != PartnerType.INDIRECT_PROVIDER
                || !partner.cloud().isPublic()) {
            throw Refusal.because(RelationshipRefusal.NO_SANDBOX_PROVIDER);
        }
        return partner;
    }

    /**
     * Makes a reseller with directory, administrator, authorized legal data, signed partner agreement and a partnership with
     * the provider, all or nothing. Refuses the sixth one of a provider and a domain that is taken.
     */
    @Transactional
    public Partner create(PartnerId provider, NewSandboxReseller request) {
        var sandbox = requireSandbox(provider);
        partners.oneAtATime(provider);
        if (sandboxResellersOf(provider).size() >= MOST) {
            throw Refusal.because(RelationshipRefusal.SANDBOX_RESELLERS_FULL, MOST);
        }
        requireOfTheRegion(sandbox, request);
        var tenant = directory.create(request.tenant(), request.admin());
        writes.flush();
        var reseller = PartnerId.of(tenant.id());
        partnerSwitch.call(reseller, () -> {
            partners.add(registration(reseller, request, tenant.initialDomain()));
            profiles.adopt(reseller, request.legal(), request.language());
            return true;
        });
        partnerships.begin(provider, reseller);
        return partners.get(reseller);
    }

    /**
     * Takes the reseller away: with all that belongs to it, or, when other providers work with it, only from this provider.
     * Refuses while it has customers here.
     */
    @Transactional
    public void delete(PartnerId provider, PartnerId reseller) {
        requireSandbox(provider);
        partners.oneAtATime(provider);
        if (sandboxResellersOf(provider).stream().noneMatch(reseller::equals)) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
        var shared = partnerSwitch
                        .call(reseller, () -> partnerships.providersOf(reseller))
                        .size()
                > 1;
        if (!customersLeft(provider, reseller, !shared).isEmpty()) {
            throw Refusal.because(RelationshipRefusal.SANDBOX_RESELLER_SERVES);
        }
        partnerships.remove(provider, reseller);
        if (!shared) {
            writes.flush();
            table.erase(provider, reseller);
            partners.forget(reseller);
        }
    }

    /** The customers that keep the reseller from being deleted. */
    @Transactional(readOnly = true)
    public List<CustomerId> customersLeft(PartnerId provider, PartnerId reseller) {
        return customersLeft(provider, reseller, false);
    }

    private List<CustomerId> customersLeft(PartnerId provider, PartnerId reseller, boolean ofAnybody) {
        return partnerSwitch.call(reseller, () -> table.listCustomers(reseller, provider, ofAnybody));
    }

    private List<PartnerId> sandboxResellersOf(PartnerId provider) {
        return partnerships.resellersOf(provider).stream()
                .map(Partnership::other)
                .filter(Partner::sandbox)
                .map(Partner::id)
                .toList();
    }

    /** A sandbox number may serve several resellers of its region; numbers of real partners serve none. */
    private void requireOfTheRegion(Partner provider, NewSandboxReseller request) {
        var country = request.tenant().country();
        if (!markets.maySell(provider, country) || currency(country).isEmpty()) {
            throw Refusal.of("tenant.country", RelationshipRefusal.COUNTRY_OTHER_REGION, country, provider.country());
        }
        var real = partners.listByMpnId(request.mpnId()).stream().anyMatch(known -> !known.sandbox());
        if (real) {
            throw Refusal.of("mpnId", RelationshipRefusal.MPN_ID_NOT_SANDBOX, request.mpnId());
        }
    }

    private Optional<String> currency(String country) {
        return markets.findCountry(country).flatMap(found -> found.currency());
    }

    private NewPartner registration(PartnerId id, NewSandboxReseller request, String domain) {
        var country = request.tenant().country();
        return new NewPartner(
                id,
                PartnerType.INDIRECT_RESELLER,
                request.tenant().cloud(),
                request.legal().companyName(),
                country,
                CurrencyUnit.of(currency(country).orElseThrow()),
                request.mpnId(),
                Set.of(domain),
                Locale.forLanguageTag(request.tenant().culture()),
                ZoneId.of("UTC"),
                true,
                false,
                true,
                Set.of());
    }
}
