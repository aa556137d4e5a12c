package oroshi.relationships;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.partners.Partner;

/** Two partners came closer together or parted; told to both, each about the other. */
public record PartnershipChanged(Partner other, Change change) implements BusinessEvent {
    /** What happened between the two. */
    public enum Change {
        /** The provider accepted the reseller's request; the reseller still has to authorize it. */
        AGREED("accept_partner_relationship_request"),
        /** One side took the accepted request back before the reseller authorized the provider. */
        WITHDRAWN("withdraw_partner_relationship_request"),
        /** The reseller authorized the provider. */
        AUTHORIZED("create_partner_relationship"),
        /** One side ended the partnership. */
        REMOVED("remove_partner_relationship");

        private final String operation;

        Change(String operation) {
            this.operation = operation;
        }

        private boolean isEnd() {
            return this == REMOVED || this == WITHDRAWN;
        }

        private String state() {
            return this == AUTHORIZED || this == REMOVED
                    ? "active"
                    : AGREED.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String operation() {
        return change.operation;
    }

    @Override
    public String resourceType() {
        return "partner_relationship";
    }

    @Override
    public String resourceId() {
        return other.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> oldValues() {
        return change.isEnd() ? values() : Map.of();
    }

    @Override
    public Map<String, Object> newValues() {
        return change.isEnd() ? Map.of() : values();
    }

    private Map<String, Object> values() {
        return Map.of("partner", other.legalName(), "mpnId", other.mpnId(), "state", change.state());
    }
}
