package oroshi.orders;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import oroshi.basics.CustomerId;

/**
 * What an order must know of the customer. Whoever has just stored the customer in the same transaction says it, and
 * nothing is read twice.
 *
 * @param qualifications the approved special qualifications, in the words of the wire
 * @param resellerMpnId the customer's indirect reseller, which lines without one of their own take over
 */
public record Buyer(CustomerId id, String country, Set<String> qualifications, Optional<String> resellerMpnId) {
    public Buyer {
        qualifications = Set.copyOf(qualifications);
    }

    public static Buyer of(
            CustomerId id, String country, Collection<String> qualifications, Optional<String> resellerMpnId) {
        return new Buyer(id, country, Set.copyOf(qualifications), resellerMpnId);
    }
}
