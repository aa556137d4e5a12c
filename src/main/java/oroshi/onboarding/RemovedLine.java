package oroshi.onboarding;

import java.util.Optional;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.NotForSale;

/**
 * A chosen offer that cannot be sold to this customer any more, and why (J1-17).
 *
 * @param lostBase the base that an add-on lost, which is then the reason
 */
public record RemovedLine(LineInput input, LocalizedText title, NotForSale reason, Optional<LocalizedText> lostBase) {
    /** Key of the explanation; its arguments are the offer, and the lost base or the country. */
    public String messageKey() {
        if (lostBase.isPresent()) {
            return "offer.prerequisite";
        }
        return switch (reason) {
            case PARTNER_COUNTRY, CUSTOMER_COUNTRY -> "offer.country";
            case SEGMENT -> "offer.segment";
            case PARTNER_QUALIFICATION -> "offer.qualification";
            case UNKNOWN, ENDED, NOT_YET -> "offer.gone";
        };
    }
}
