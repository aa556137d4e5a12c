package oroshi.relationships;

import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** A partner has withdrawn the links that it sent to customers; the next one it sends is a new one. */
public record RequestLinkRenewed(PartnerId partnerId) implements BusinessEvent {
    @Override
    public String operation() {
        return "renew_relationship_link";
    }

    @Override
    public String resourceType() {
        return "partner_customer_relationship";
    }

    @Override
    public String resourceId() {
        return partnerId.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }
}
