package oroshi.subscriptions;

import static oroshi.subscriptions.SubscriptionRefusal.RESELLER_IS_PROVIDER;
import static oroshi.subscriptions.SubscriptionRefusal.RESELLER_UNKNOWN;

import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.Partnerships;

/** Which resellers a provider may put on record: those it has a partnership with, named by their number. */
@Component
public class ResellerOfRecord {
    private final Partners partners;
    private final Partnerships partnerships;

    ResellerOfRecord(Partners partners, Partnerships partnerships) {
        this.partners = partners;
        this.partnerships = partnerships;
    }

    /** The reseller with the number; refuses with what stands against it for a customer in the country. */
    public Partner require(PartnerId provider, String mpnId, String country) {
        var owner = partners.get(provider);
        if (owner.mpnId().equals(mpnId)) {
            throw Refusal.because(RESELLER_IS_PROVIDER, mpnId);
        }
        var reseller =
                partners.findByMpnId(owner.cloud(), mpnId).orElseThrow(() -> Refusal.because(RESELLER_UNKNOWN, mpnId));
        return partnerships.requireSelectable(provider, reseller.id(), country);
    }
}
