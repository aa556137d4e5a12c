package oroshi.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** All SQL over {@code customers.account_review}. */
@Component
class AccountReviewTable {
    private final JdbcClient jdbc;

    AccountReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A customer's account that waits for a decision. */
    record Open(CustomerId customerId, Instant since) {}

    Optional<AccountReview> find(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select status, changed_at from customers.account_review
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> review(row))
                .optional();
    }

    void set(PartnerId partnerId, CustomerId customerId, AccountReview review) {
        jdbc.sql("""
                insert into customers.account_review (partner_id, customer_id, status, changed_at)
                values (:partnerId, :customerId, :status, :changedAt)
                on conflict (partner_id, customer_id) do update
                   set status = excluded.status, changed_at = excluded.changed_at
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("status", review.status().name())
                .param("changedAt", review.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The accounts under review, the longest waiting first. */
    List<Open> listOpen(PartnerId partnerId) {
        return jdbc.sql("""
                select customer_id, changed_at from customers.account_review
                 where partner_id = :partnerId and status = 'UNDER_REVIEW'
                 order by changed_at, customer_id
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> new Open(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void delete(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("delete from customers.account_review where partner_id = :partnerId and customer_id = :customerId")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .update();
    }

    private static AccountReview review(ResultSet row) throws SQLException {
        return new AccountReview(
                AccountStatus.valueOf(row.getString("status")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
