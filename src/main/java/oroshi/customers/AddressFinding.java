package oroshi.customers;

import java.util.List;
import java.util.Optional;

/**
 * What the address check says about one address.
 *
 * @param suggestions the forms in which the checker knows it, best first
 * @param message the checker's own words
 */
public record AddressFinding(AddressStatus status, List<PostalAddress> suggestions, Optional<String> message) {
    /** The check could not be made, so nothing is known. */
    public static final AddressFinding NOT_VALIDATED =
            new AddressFinding(AddressStatus.NOT_VALIDATED, List.of(), Optional.empty());

    public AddressFinding {
        suggestions = List.copyOf(suggestions);
    }

    /** The address satisfies the rules of its country, and nobody else was asked. */
    static AddressFinding byCountryRules(PostalAddress address) {
        return new AddressFinding(AddressStatus.VERIFIED, List.of(address), Optional.empty());
    }

    /** How the address stands with a customer when nobody is there to choose: what was sent is kept. */
    public AddressStanding unasked() {
        if (status == AddressStatus.NOT_VALIDATED) {
            return AddressStanding.NOT_VERIFIED;
        }
        return status.isQuestion() ? AddressStanding.AS_TYPED : AddressStanding.VERIFIED;
    }
}
