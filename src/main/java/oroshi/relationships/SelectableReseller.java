package oroshi.relationships;

import java.util.Optional;
import oroshi.basics.Problem;
import oroshi.partners.Partner;

/**
 * A reseller in the list that a provider chooses from.
 *
 * @param obstacle why it can't be chosen, for example an unsigned partner agreement; empty when it can
 */
public record SelectableReseller(Partner partner, Optional<Problem> obstacle) {
    public boolean isSelectable() {
        return obstacle.isEmpty();
    }
}
