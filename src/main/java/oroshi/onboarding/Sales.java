package oroshi.onboarding;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import oroshi.access.Caller;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.catalog.SegmentRule;
import oroshi.clock.Clocks;
import oroshi.customers.Qualification;
import oroshi.partners.Partners;

/** In which sale a new customer buys: the market of partner and customer, and the segments open to it. */
@Service
public class Sales {
    private final Partners partners;
    private final Clocks clocks;

    Sales(Partners partners, Clocks clocks) {
        this.partners = partners;
        this.clocks = clocks;
    }

    /** The sale to the customer of a checked page. */
    Sale of(Caller caller, CheckedAccount info) {
        return of(caller, info.country(), info.approvedQualifications());
    }

    /** The sale to the customer as typed so far. */
    public Sale of(Caller caller, AccountInput input) {
        var asked = input.get(AccountField.QUALIFICATION);
        var held = asked.equals(Qualification.GOVERNMENT_COMMUNITY_CLOUD.name())
                ? Set.of(Qualification.GOVERNMENT_COMMUNITY_CLOUD.wireName())
                : Set.<String>of();
        return of(caller, input.get(AccountField.COUNTRY).toUpperCase(Locale.ROOT), held);
    }

    private Sale of(Caller caller, String country, Set<String> qualifications) {
        var partner = partners.get(caller.partnerId());
        var market = new Market(partner.cloud(), partner.country(), country, partner.currency());
        var segments =
                partner.cloud().isPublic() ? SegmentRule.forQualifications(qualifications) : SegmentRule.everything();
        return new Sale(
                market,
                segments,
                partner.qualifications(),
                clocks.of(partner.id()).instant());
    }
}
