package oroshi.customers;

import java.util.Arrays;
import java.util.Optional;

/** What became of an address check. */
public enum AddressStatus {
    VERIFIED_SHIPPABLE("VerifiedShippable", 1),
    VERIFIED("Verified", 1),
    /** The address was found after a correction that somebody has to confirm. */
    INTERACTION_REQUIRED("InteractionRequired", 1),
    STREET_PARTIAL("StreetPartial", 3),
    PREMISES_PARTIAL("PremisesPartial", 3),
    /** Several parts of the address are incomplete. */
    MULTIPLE("Multiple", 3),
    /** There is no such address. */
    NONE("None", 0),
    /** The check could not be made. */
    NOT_VALIDATED("NotValidated", 0);

    private final String wireName;
    private final int mostSuggestions;

    AddressStatus(String wireName, int mostSuggestions) {
        this.wireName = wireName;
        this.mostSuggestions = mostSuggestions;
    }

    /** The status of this name in the contract, in any case of its letters. */
    static Optional<AddressStatus> find(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The name in the API, for example {@code StreetPartial}. */
    public String wireName() {
        return wireName;
    }

    int mostSuggestions() {
        return mostSuggestions;
    }

    /** Whether the address exists as it was given. */
    public boolean isVerified() {
        return this == VERIFIED_SHIPPABLE || this == VERIFIED;
    }

    /** Whether a person has to choose between what was typed and what is suggested. */
    public boolean isQuestion() {
        return !isVerified() && mostSuggestions > 0;
    }

    /** Whether clients that know only yes and no hear yes. */
    boolean isYes() {
        return isVerified() || this == INTERACTION_REQUIRED || this == NOT_VALIDATED;
    }
}
