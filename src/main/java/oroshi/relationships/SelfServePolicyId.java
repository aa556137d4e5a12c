package oroshi.relationships;

import java.util.Optional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

/** What the wire names a self-serve policy by: the grantor's tenant id, an underscore, the customer's. */
record SelfServePolicyId(PartnerId grantor, CustomerId customerId) {
    private static final int LENGTH = 73;
    private static final int UNDERSCORE = 36;

    /** Reads the id; empty when it is not of the form. */
    static Optional<SelfServePolicyId> parse(String text) {
        if (text.length() != LENGTH || text.charAt(UNDERSCORE) != '_') {
            return Optional.empty();
        }
        var grantor = Ids.parse(text.substring(0, UNDERSCORE));
        var customer = Ids.parse(text.substring(UNDERSCORE + 1));
        return grantor.flatMap(
                by -> customer.map(served -> new SelfServePolicyId(new PartnerId(by), new CustomerId(served))));
    }

    @Override
    public String toString() {
        return grantor + "_" + customerId;
    }
}
