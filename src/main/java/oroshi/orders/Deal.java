package oroshi.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.catalog.SegmentRule;
import oroshi.partners.Partner;

/** A purchase that may take place: the partner may order for the customer, at this moment. */
record Deal(Partner partner, Buyer buyer, Instant at) {
    /** The day of the purchase, on which terms start. */
    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** What the catalog wants to know of it. */
    Sale sale() {
        var market = new Market(partner.cloud(), partner.country(), buyer.country(), partner.currency());
        var segments = partner.cloud().isPublic()
                ? SegmentRule.forQualifications(buyer.qualifications())
                : SegmentRule.everything();
        return new Sale(market, segments, partner.qualifications(), at);
    }
}
