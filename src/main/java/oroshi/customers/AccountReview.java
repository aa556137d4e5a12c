package oroshi.customers;

import java.time.Instant;
import java.util.Optional;

/** How the review of a customer's account stands, and since when. */
public record AccountReview(AccountStatus status, Instant changedAt) {

    /** Why nothing can be bought meanwhile; empty when purchases are open. */
    Optional<CustomerRefusal> obstacle() {
        return switch (status) {
            case UNKNOWN, UNDER_REVIEW -> Optional.of(CustomerRefusal.ACCOUNT_UNDER_REVIEW);
            case NOT_ALLOWED -> Optional.of(CustomerRefusal.ACCOUNT_REJECTED);
            case ALLOWED, NOT_READY -> Optional.empty();
        };
    }
}
