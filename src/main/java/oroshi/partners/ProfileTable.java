package oroshi.partners;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code partners.profile}. */
@Component
class ProfileTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ProfileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    <T> Optional<Versioned<T>> find(PartnerId partnerId, ProfileKind kind, Class<T> type) {
        return jdbc.sql("""
                select document, version from partners.profile where partner_id = :partnerId and kind = :kind
                """)
                .param("partnerId", partnerId.value())
                .param("kind", kind.name())
                .query((row, number) ->
                        new Versioned<>(JSON.readValue(row.getString("document"), type), row.getLong("version")))
                .optional();
    }

    /** Stores the profile in place of what there was. */
    void put(PartnerId partnerId, ProfileKind kind, Versioned<?> profile, Instant changedAt) {
        jdbc.sql("""
                insert into partners.profile (partner_id, kind, document, version, changed_at)
                values (:partnerId, :kind, :document::jsonb, :version, :changedAt)
                on conflict (partner_id, kind) do update
                   set document = excluded.document, version = excluded.version, changed_at = excluded.changed_at
                """)
                .param("partnerId", partnerId.value())
                .param("kind", kind.name())
                .param("document", JSON.writeValueAsString(profile.profile()))
                .param("version", profile.version())
                .param("changedAt", changedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
