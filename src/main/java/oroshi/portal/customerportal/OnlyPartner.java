package oroshi.portal.customerportal;

import org.springframework.stereotype.Component;
import oroshi.agreements.DirectAcceptances;
import oroshi.basics.CustomerId;
import oroshi.basics.TenantId;
import oroshi.database.PartnerScope;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscriptions;

/** When a customer can't accept the agreement itself: who has bought under a partner's attestation (J2-13). */
@Component
class OnlyPartner {
    private final DirectAcceptances acceptances;
    private final Relationships relationships;
    private final Subscriptions subscriptions;

    OnlyPartner(DirectAcceptances acceptances, Relationships relationships, Subscriptions subscriptions) {
        this.acceptances = acceptances;
        this.relationships = relationships;
        this.subscriptions = subscriptions;
    }

    /** Whether a new version is confirmed through the partner alone. */
    boolean confirms(TenantId tenantId) {
        var offered = acceptances.offered(tenantId);
        return offered.isPresent()
                && acceptances.find(tenantId, offered.get().type()).isEmpty()
                && acceptances.isAttested(tenantId, offered.get().type())
                && hasPurchases(tenantId);
    }

    private boolean hasPurchases(TenantId tenantId) {
        var customerId = CustomerId.of(tenantId);
        return relationships.ofTenant(tenantId).stream()
                .filter(serving -> serving.provider().isEmpty())
                .anyMatch(serving -> PartnerScope.call(serving.partnerId(), () -> !subscriptions
                        .list(serving.partnerId(), customerId)
                        .isEmpty()));
    }
}
