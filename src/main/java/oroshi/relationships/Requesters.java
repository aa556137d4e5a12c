package oroshi.relationships;

import java.util.Optional;
import oroshi.basics.PartnerId;
import oroshi.partners.Partner;

/**
 * The partners that a customer would accept by a link: one, or an indirect reseller together with its provider.
 *
 * @param administers whether the sender is to administer the customer's directory
 */
public record Requesters(Partner sender, Optional<Partner> provider, boolean administers) {
    /** The partner that sells: the provider, or the sender that asks alone. */
    public Partner seller() {
        return provider.orElse(sender);
    }

    /** The reseller between seller and customer. */
    public Optional<PartnerId> reseller() {
        return provider.map(other -> sender.id());
    }
}
