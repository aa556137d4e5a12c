package oroshi.partners;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code partners.credit}. */
@Component
class CreditTable {
    private final JdbcClient jdbc;

    CreditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(PartnerId partnerId, CreditStanding standing) {
        jdbc.sql("""
                insert into partners.credit (partner_id, credit_limit, unpaid, unbilled, overpaid)
                values (:partnerId, :limit, :unpaid, :unbilled, :overpaid)
                on conflict (partner_id) do update
                   set credit_limit = excluded.credit_limit, unpaid = excluded.unpaid, unbilled = excluded.unbilled,
                       overpaid = excluded.overpaid
                """)
                .param("partnerId", partnerId.value())
                .param("limit", standing.limit().orElse(null))
                .param("unpaid", standing.unpaid())
                .param("unbilled", standing.unbilled())
                .param("overpaid", standing.overpaid())
                .update();
    }

    Optional<CreditStanding> find(PartnerId partnerId) {
        return jdbc.sql("""
                select credit_limit, unpaid, unbilled, overpaid from partners.credit where partner_id = :partnerId
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> standing(row))
                .optional();
    }

    /**
     * Adds the amount to what is unbilled if it fits below the limit; the row's lock makes simultaneous orders of one
     * partner wait for each other. False when it doesn't fit.
     */
    boolean reserve(PartnerId partnerId, BigDecimal amount) {
        var updated = jdbc.sql("""
                update partners.credit
                   set unbilled = unbilled + :amount
                 where partner_id = :partnerId
                   and credit_limit - (:amount + unpaid + unbilled - overpaid) >= 0
                """)
                .param("partnerId", partnerId.value())
                .param("amount", amount)
                .update();
        return updated == 1;
    }

    private static CreditStanding standing(ResultSet row) throws SQLException {
        return new CreditStanding(
                Optional.ofNullable(row.getBigDecimal("credit_limit")),
                row.getBigDecimal("unpaid"),
                row.getBigDecimal("unbilled"),
                row.getBigDecimal("overpaid"));
    }
}
