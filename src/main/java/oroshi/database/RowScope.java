package oroshi.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/**
 * Does a step of a running transaction in another partner's rows: a provider's transaction that also writes the row of
 * its reseller. It is for modules that have checked that the partner in scope may do so.
 */
@Component
public class RowScope {
    private final JdbcClient jdbc;

    RowScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs the work in the rows of the partner, in the present transaction, and returns to the present partner's. */
    public <T> T call(PartnerId partnerId, Supplier<T> work) {
        var before = bound();
        bind(partnerId.toString());
        var result = PartnerScope.call(partnerId, work);
        // Not in a "finally": after a failed statement the transaction is lost, and with it the setting.
        bind(before);
        return result;
    }

    /** As {@link #call}, for work without a result. */
    public void run(PartnerId partnerId, Runnable work) {
        call(partnerId, () -> {
            work.run();
            return true;
        });
    }

    private String bound() {
        return jdbc.sql("select coalesce(current_setting('app.partner_id', true), '')")
                .query(String.class)
                .single();
    }

    private void bind(String partnerId) {
        jdbc.sql("select set_config('app.partner_id', :partnerId, true)")
                .param("partnerId", partnerId)
                .query(String.class)
                .single();
    }
}
