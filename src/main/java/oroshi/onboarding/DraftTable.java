package oroshi.onboarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.DraftId;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;

/** All SQL over {@code onboarding.draft}. */
@Component
class DraftTable {
    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Draft draft, Instant now) {
        jdbc.sql("""
                insert into onboarding.draft (partner_id, draft_id, user_id, version, touched_at, content)
                values (:partnerId, :draftId, :userId, :version, :now, cast(:content as jsonb))
                """)
                .param("partnerId", draft.partnerId().value())
                .param("draftId", draft.id().value())
                .param("userId", draft.userId().value())
                .param("version", draft.version())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("content", DraftJson.write(draft.content()))
                .update();
    }

    /** The draft when it is the user's own and was touched since the given time. */
    Optional<Draft> find(PartnerId partnerId, UserId userId, DraftId draftId, Instant touchedSince) {
        return jdbc.sql("""
                select partner_id, draft_id, user_id, version, content
                from onboarding.draft
                where partner_id = :partnerId and draft_id = :draftId and user_id = :userId and touched_at >= :since
                """)
                .param("partnerId", partnerId.value())
                .param("draftId", draftId.value())
                .param("userId", userId.value())
                .param("since", touchedSince.atOffset(ZoneOffset.UTC))
                .query(DraftTable::draft)
                .optional();
    }

    /** Stores the next version; false when another request has stored one in between. */
    boolean update(Draft next, Instant now) {
        return jdbc.sql("""
                update onboarding.draft
                set version = :version, touched_at = :now, content = cast(:content as jsonb)
                where partner_id = :partnerId and draft_id = :draftId and version = :version - 1
                """)
                        .param("partnerId", next.partnerId().value())
                        .param("draftId", next.id().value())
                        .param("version", next.version())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("content", DraftJson.write(next.content()))
                        .update()
                == 1;
    }

    /**
     * Takes the user's draft out; of several that want it at the same time one gets it when the others have failed, and
     * the rest find it gone once that one has committed.
     */
    Optional<Draft> take(PartnerId partnerId, UserId userId, DraftId draftId) {
        return jdbc.sql("""
                delete from onboarding.draft
                where partner_id = :partnerId and draft_id = :draftId and user_id = :userId
                returning partner_id, draft_id, user_id, version, content
                """)
                .param("partnerId", partnerId.value())
                .param("draftId", draftId.value())
                .param("userId", userId.value())
                .query(DraftTable::draft)
                .optional();
    }

    /** Removes the partner's drafts that nobody has touched since the given time. */
    void deleteIdle(PartnerId partnerId, Instant since) {
        jdbc.sql("delete from onboarding.draft where partner_id = :partnerId and touched_at < :since")
                .param("partnerId", partnerId.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("draft_id", UUID.class)),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getLong("version"),
                DraftJson.read(row.getString("content")));
    }
}
