package oroshi.customers;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** The review of a customer's account has begun or come to something. */
public record AccountReviewed(CustomerId id, Optional<AccountReview> before, AccountReview after)
        implements BusinessEvent {
    @Override
    public String operation() {
        return "update_customer_account_review";
    }

    @Override
    public String resourceType() {
        return "customer";
    }

    @Override
    public String resourceId() {
        return id.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(id);
    }

    @Override
    public Map<String, Object> oldValues() {
        return before.<Map<String, Object>>map(
                        review -> Map.of("status", review.status().wireName()))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("status", after.status().wireName());
    }
}
