package oroshi.relationships;

import java.util.Optional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/**
 * The link by which a customer accepts a partner as its reseller. It serves any number of customers and says nothing
 * about any of them.
 *
 * @param sender the partner that asks
 * @param provider the provider that orders, when an indirect reseller asks for both
 * @param delegatedAdministration whether the sender is to administer the customer's directory
 */
public record RequestLink(
        PartnerId sender, Optional<PartnerId> provider, boolean delegatedAdministration, String mpnId, String token) {
    private static final String NOBODY = "0";

    /** Reads the members of an address; refuses what is no link. */
    public static RequestLink parse(String partnerId, String msppId, String dap, String token) {
        try {
            return new RequestLink(
                    PartnerId.of(partnerId),
                    Optional.of(msppId)
                            .filter(id -> !id.isEmpty() && !id.equals(NOBODY))
                            .map(PartnerId::of),
                    Boolean.parseBoolean(dap),
                    "",
                    token);
        } catch (IllegalArgumentException noId) {
            throw Refusal.because(RelationshipRefusal.REQUEST_UNKNOWN);
        }
    }

    /** The address below the portal's root. */
    public String path() {
        return "/customer-portal/invitations?invType="
                + (provider.isPresent() ? "IndirectResellerRelationship" : "ResellerRelationship") + "&partnerId="
                + sender + "&mpnId=" + mpnId + "&msppId="
                + provider.map(PartnerId::toString).orElse(NOBODY) + "&DAP=" + delegatedAdministration + "&token="
                + token;
    }

    /** The same link with or without delegated administration. */
    public RequestLink withAdministration(boolean included) {
        return new RequestLink(sender, provider, included, mpnId, token);
    }
}
