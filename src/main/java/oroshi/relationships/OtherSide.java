package oroshi.relationships;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.database.PartnerScope;

/**
 * Does a part of the present transaction for the other side of a tie. What is written there commits or fails with the
 * rest, which a transaction of its own could not promise.
 */
@Component
class OtherSide {
    private final JdbcClient jdbc;

    OtherSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs the work with the other partner's rows in scope, and returns to the present partner's. */
    <T> T call(PartnerId other, Supplier<T> work) {
        var present = PartnerScope.current();
        bind(other.toString());
        try {
            return PartnerScope.call(other, work);
        } finally {
            bind(present.map(PartnerId::toString).orElse(""));
        }
    }

    /** Names the customer's directory whose rows the rest of the transaction may see. */
    void enter(TenantId tenantId) {
        jdbc.sql("set local app.tenant_id = '" + tenantId + "'").update();
    }

    private void bind(String partnerId) {
        // The text of a UUID can't end the literal; "set" takes no parameter.
        jdbc.sql("set local app.partner_id = '" + partnerId + "'").update();
    }
}
