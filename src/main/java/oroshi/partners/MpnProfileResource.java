package oroshi.partners;

import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The MpnProfile resource as the contract has it: a partner by its number in the programme. */
record MpnProfileResource(String partnerName, String mpnId, String profileType, Links links, Attributes attributes) {
    private static final String TYPE = "MpnProfile";

    static MpnProfileResource of(Partner partner) {
        return new MpnProfileResource(
                partner.legalName(), partner.mpnId(), TYPE, Links.self("/profiles/mpn"), Attributes.of(TYPE));
    }
}
