package oroshi.relationships;

import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;

/**
 * The directory roles that a partner's people hold in the directory of a customer it added: the default ones of its type,
 * for a limited time. They are apart from delegated administration, and each may end without the other.
 */
@Service
public class GranularAdministration {
    /** The longest that such roles are held. */
    private static final Duration LIFETIME = Duration.ofDays(730);

    private final GranularAdministrationTable table;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;

    GranularAdministration(GranularAdministrationTable table, PartnerSwitch partnerSwitch, Clocks clocks) {
        this.table = table;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
    }

    /** Gives the partner the default roles; every type's let it read the organisation and its domains. */
    @Transactional
    public void grant(PartnerId partnerId, CustomerId customerId) {
        var until = clocks.of(partnerId).instant().plus(LIFETIME);
        partnerSwitch.call(partnerId, () -> {
            table.put(partnerId, customerId, until);
            return true;
        });
    }

    /** Whether the partner's people hold the roles now. */
    @Transactional(readOnly = true)
    public boolean isHeld(PartnerId partnerId, CustomerId customerId) {
        return table.findExpiry(partnerId, customerId)
                .filter(until -> until.isAfter(clocks.of(partnerId).instant()))
                .isPresent();
    }

    @EventListener
    void on(RelationshipEnded event) {
        var relationship = event.relationship();
        table.delete(relationship.partnerId(), relationship.customerId());
    }
}
