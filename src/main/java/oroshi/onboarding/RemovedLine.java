package oroshi.onboarding;

import oroshi.catalog.LocalizedText;
import oroshi.catalog.NotForSale;

/** A chosen offer that cannot be sold to this customer any more, and why (J1-17). */
public record RemovedLine(LineInput input, LocalizedText title, NotForSale reason) {
    /** Key of the explanation; its arguments are the offer and the country. */
    public String messageKey() {
        return switch (reason) {
            case PARTNER_COUNTRY, CUSTOMER_COUNTRY -> "offer.country";
            case SEGMENT -> "offer.segment";
            case PARTNER_QUALIFICATION -> "offer.qualification";
            case UNKNOWN, ENDED, NOT_YET -> "offer.gone";
        };
    }
}
