package oroshi.onboarding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.DraftId;
import oroshi.basics.PartnerId;

/** All SQL over {@code onboarding.submission}. */
@Component
class SubmissionTable {
    private final JdbcClient jdbc;

    SubmissionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Draft draft, CustomerId customerId, Instant now) {
        jdbc.sql("""
                insert into onboarding.submission (partner_id, draft_id, user_id, customer_id, submitted_at)
                values (:partnerId, :draftId, :userId, :customerId, :now)
                """)
                .param("partnerId", draft.partnerId().value())
                .param("draftId", draft.id().value())
                .param("userId", draft.userId().value())
                .param("customerId", customerId.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<CustomerId> find(PartnerId partnerId, DraftId draftId) {
        return jdbc.sql("""
                select customer_id from onboarding.submission
                where partner_id = :partnerId and draft_id = :draftId
                """)
                .param("partnerId", partnerId.value())
                .param("draftId", draftId.value())
                .query((row, number) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .optional();
    }
}
