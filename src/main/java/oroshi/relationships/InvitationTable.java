package oroshi.relationships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code relationships.invitation}. */
@Component
class InvitationTable {
    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the link unless the partner has one of the kind. */
    void insert(Invitation invitation) {
        write(invitation, "on conflict (partner_id, kind) do nothing");
    }

    /** Stores the link in place of the one before. */
    void replace(Invitation invitation) {
        write(invitation, """
                on conflict (partner_id, kind) do update set token = excluded.token, created_at = excluded.created_at
                """);
    }

    Optional<Invitation> find(PartnerId partnerId, Invitation.Kind kind) {
        return jdbc.sql("""
                select partner_id, kind, token, created_at
                  from relationships.invitation
                 where partner_id = :partnerId and kind = :kind
                """)
                .param("partnerId", partnerId.value())
                .param("kind", kind.name())
                .query((row, number) -> invitation(row))
                .optional();
    }

    private void write(Invitation invitation, String conflict) {
        jdbc.sql("""
                insert into relationships.invitation (partner_id, kind, token, created_at)
                values (:partnerId, :kind, :token, :createdAt)
                """ + conflict)
                .param("partnerId", invitation.partnerId().value())
                .param("kind", invitation.kind().name())
                .param("token", invitation.token())
                .param("createdAt", invitation.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                Invitation.Kind.valueOf(row.getString("kind")),
                row.getString("token"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
