package oroshi.onboarding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** All SQL that forgets a sandbox account's customer, in whichever tables it stands. */
@Component
class ErasureTable {
    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes the customer's rows of the partner in scope, and its directory when nobody serves it any more. */
    void erase(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("select onboarding.erase(:partnerId, :customerId)::text")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> true)
                .single();
    }
}
