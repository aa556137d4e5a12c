package oroshi.access.tokens;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over {@code access.signing_key}. */
@Component
class SigningKeyTable {
    private final JdbcClient jdbc;

    SigningKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key as it is stored: the private part is sealed. */
    @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
    record StoredKey(String keyId, byte[] sealed, Instant createdAt) {}

    void insert(StoredKey key) {
        jdbc.sql("""
                insert into access.signing_key (key_id, sealed_key, created_at)
                values (:keyId, :sealed, :createdAt)
                """)
                .param("keyId", key.keyId())
                .param("sealed", key.sealed())
                .param("createdAt", key.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The keys that still count, the newest first. */
    List<StoredKey> since(Instant oldest) {
        return jdbc.sql("""
                select key_id, sealed_key, created_at
                from access.signing_key
                where created_at > :oldest
                order by created_at desc
                """)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StoredKey(
                        row.getString("key_id"),
                        row.getBytes("sealed_key"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
