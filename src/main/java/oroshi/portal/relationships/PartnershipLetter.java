package oroshi.portal.relationships;

import oroshi.partners.Partner;

/**
 * A text by which one side asks the other for a partnership.
 *
 * @param accept where the link leads, below the portal's root
 * @param sentBy the name of the sender in the link
 * @param list the page that the sender came from
 * @param key what the messages of the page begin with
 */
public record PartnershipLetter(Partner sender, String token, String accept, String sentBy, String list, String key) {
    /** What a provider sends to resellers. */
    static PartnershipLetter ofProvider(Partner provider, String token) {
        return new PartnershipLetter(
                provider, token, "/indirect-providers/accept", "provider", "/indirect-resellers", "partnership");
    }

    /** What a reseller sends to a provider. */
    static PartnershipLetter ofReseller(Partner reseller, String token) {
        return new PartnershipLetter(
                reseller, token, "/indirect-resellers/accept", "reseller", "/indirect-providers", "partnershipRequest");
    }

    /** The page that shows the text. */
    public String page() {
        return list + (sentBy.equals("provider") ? "/invite" : "/request");
    }
}
