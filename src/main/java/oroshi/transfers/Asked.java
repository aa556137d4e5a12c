package oroshi.transfers;

import java.util.Optional;
import java.util.Set;

/**
 * What a gaining partner asks for.
 *
 * @param customerEmail the address that is told about the request
 * @param kinds what it wants to have; everything that the type comprises when empty
 * @param reseller number of the reseller that is to be on record
 * @param targetEmail where somebody of the gaining partner answers
 */
public record Asked(
        TransferType type,
        String customerEmail,
        Set<ProductKind> kinds,
        Optional<String> reseller,
        Optional<String> targetEmail) {
    public Asked {
        kinds = Set.copyOf(kinds);
    }

    /** Everything that is asked for. */
    Set<ProductKind> wanted() {
        return kinds.isEmpty() ? type.kinds() : kinds;
    }

    /** Whether Azure plans are asked for by name, and not just along with everything else. */
    boolean namesAzure() {
        return kinds.contains(ProductKind.AZURE_SUBSCRIPTION) || kinds.isEmpty() && type == TransferType.MODERN_AZURE;
    }
}
