package oroshi.administration;

import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.directory.Directory;
import oroshi.partners.Partners;

/**
 * Whether the customer's own rules let a partner's people touch licenses. No customer keeps such rules here; in a sandbox
 * those whose first domain begins with "denied" behave as if they did, so that whoever tries out the API can meet it.
 */
@Component
class ConditionalAccess {
    private static final String DENIED = "denied";

    private final Partners partners;
    private final Directory directory;

    ConditionalAccess(Partners partners, Directory directory) {
        this.partners = partners;
        this.directory = directory;
    }

    /** Refuses a partner that the customer keeps out. */
    void require(Caller caller, TenantId tenantId) {
        if (partners.get(caller.partnerId()).sandbox()
                && directory.domains(tenantId).getFirst().startsWith(DENIED)) {
            throw Refusal.because(AdministrationRefusal.CONDITIONAL_ACCESS);
        }
    }
}
