package oroshi.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;

/**
 * Does a part of the present transaction for another partner, where a fact has a row on each side. What is written there
 * commits or fails with the rest, which a transaction of its own could not promise.
 */
@Component
public class PartnerSwitch {
    private final JdbcClient jdbc;

    PartnerSwitch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs the work with the partner's rows in scope, and returns to the present partner's. */
    public <T> T call(PartnerId partnerId, Supplier<T> work) {
        var present = PartnerScope.current();
        if (present.filter(partnerId::equals).isPresent()) {
            return work.get();
        }
        bind(partnerId.toString());
        var result = PartnerScope.call(partnerId, work);
        // Not in a finally block: after an error the database takes no statement before the rollback, which resets it.
        bind(present.map(PartnerId::toString).orElse(""));
        return result;
    }

    /** As {@link #call} for work that answers nothing. */
    public void run(PartnerId partnerId, Runnable work) {
        call(partnerId, () -> {
            work.run();
            return partnerId;
        });
    }

    /** Names the customer's directory whose own rows the rest of the transaction may see. */
    public void enter(TenantId tenantId) {
        jdbc.sql("set local app.tenant_id = '" + tenantId + "'").update();
    }

    private void bind(String partnerId) {
        // The text of a UUID can't end the literal; "set" takes no parameter.
        jdbc.sql("set local app.partner_id = '" + partnerId + "'").update();
    }
}
