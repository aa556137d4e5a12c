package oroshi.portal.onboarding;

import java.util.Optional;
import oroshi.customers.CustomerRow;

/**
 * What may be doubtful about a company name while it is typed, and the domain it suggests.
 *
 * @param proposal a prefix made of the name's Latin letters; empty when a domain was typed already
 */
public record NameHint(
        boolean suspicious, Optional<CustomerRow> duplicate, Optional<String> proposal, String root, String suffix) {
    /** The same without a domain, for a page that has a field of its own for it. */
    NameHint withoutProposal() {
        return new NameHint(suspicious, duplicate, Optional.empty(), root, suffix);
    }
}
