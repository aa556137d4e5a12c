package oroshi.administration;

import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.relationships.Relationships;

/** Lets a caller into the directory of a customer, or says why not. */
@Component
class AdministeredDirectory {
    private final Relationships relationships;

    AdministeredDirectory(Relationships relationships) {
        this.relationships = relationships;
    }

    /** To look around, which delegated administration allows in every cloud. */
    TenantId toRead(Caller caller, CustomerId customerId) {
        if (!relationships.get(caller.partnerId(), customerId).delegatedAdministration()) {
            throw Refusal.because(AccessRefusal.NO_DELEGATED_ADMINISTRATION);
        }
        return customerId.tenantId();
    }

    /** To change something, which national clouds leave to their own portals. */
    TenantId toChange(Caller caller, CustomerId customerId) {
        var tenantId = toRead(caller, customerId);
        if (!caller.cloud().isPublic()) {
            throw Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "Changing a customer's users");
        }
        return tenantId;
    }

    /** To see what every directory has: serving the customer is enough. */
    void served(Caller caller, CustomerId customerId) {
        relationships.get(caller.partnerId(), customerId);
    }
}
