package oroshi.relationships;

import java.util.Optional;
import oroshi.basics.PartnerId;

/**
 * What a partner sees of a customer. A reseller looks at the rows of its provider, without prices and without the right
 * to change anything that is bought.
 *
 * @param owner the partner whose rows hold the customer's profile, agreements and subscriptions
 * @param reseller the reseller that the customer is shared with
 */
public record Viewpoint(
        PartnerId owner,
        boolean seesPrices,
        boolean mayChange,
        Optional<PartnerId> reseller,
        boolean delegatedAdministration) {
    static Viewpoint of(Relationship relationship) {
        return relationship
                .provider()
                .map(provider -> new Viewpoint(
                        provider,
                        false,
                        false,
                        Optional.of(relationship.partnerId()),
                        relationship.delegatedAdministration()))
                .orElseGet(() -> new Viewpoint(
                        relationship.partnerId(),
                        true,
                        true,
                        relationship.reseller(),
                        relationship.delegatedAdministration()));
    }
}
