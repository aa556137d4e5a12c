package oroshi.access.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.access.SignedIn;

/** All SQL over {@code access.device_sign_in}. */
@Component
class DeviceSignInTable {
    private final JdbcClient jdbc;

    DeviceSignInTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DeviceSignIn begun, String userHash) {
        jdbc.sql("""
                insert into access.device_sign_in
                    (device_hash, user_hash, application_id, audience, scopes, expires_at, state)
                values (:deviceHash, :userHash, :applicationId, :audience, :scopes, :expiresAt, 'WAITING')
                """)
                .param("deviceHash", begun.deviceHash())
                .param("userHash", userHash)
                .param("applicationId", begun.applicationId())
                .param("audience", begun.audience().uri())
                .param("scopes", begun.openIdScopes().toArray(String[]::new))
                .param("expiresAt", utc(begun.expiresAt()))
                .update();
    }

    /** Locks it, so that of two requests of the device only one finds it accepted. */
    Optional<DeviceSignIn> findByDevice(String deviceHash) {
        return jdbc.sql("""
                select device_hash, application_id, audience, scopes, expires_at, polled_at, state,
                    signed_in_tenant, user_id, sign_in_name, second_factor
                from access.device_sign_in
                where device_hash = :hash
                for update
                """)
                .param("hash", deviceHash)
                .query(DeviceSignInTable::signIn)
                .optional();
    }

    /** The one whose code the person typed, while it waits. */
    Optional<DeviceSignIn> findWaiting(String userHash, Instant now) {
        return jdbc.sql("""
                select device_hash, application_id, audience, scopes, expires_at, polled_at, state,
                    signed_in_tenant, user_id, sign_in_name, second_factor
                from access.device_sign_in
                where user_hash = :hash and state = 'WAITING' and expires_at > :now
                """)
                .param("hash", userHash)
                .param("now", utc(now))
                .query(DeviceSignInTable::signIn)
                .optional();
    }

    /** Stores the person's answer; false when one was given before. */
    boolean answer(String deviceHash, DeviceSignIn.State state, SignedIn person) {
        var answered = jdbc.sql("""
                update access.device_sign_in
                set state = :state, signed_in_tenant = :tenant, user_id = :user, sign_in_name = :name,
                    second_factor = :secondFactor
                where device_hash = :hash and state = 'WAITING'
                """)
                .param("state", state.name())
                .param("tenant", person.tenant())
                .param("user", person.user())
                .param("name", person.name())
                .param("secondFactor", person.secondFactor())
                .param("hash", deviceHash)
                .update();
        return answered == 1;
    }

    void notePoll(String deviceHash, Instant now) {
        jdbc.sql("update access.device_sign_in set polled_at = :now where device_hash = :hash")
                .param("now", utc(now))
                .param("hash", deviceHash)
                .update();
    }

    void delete(String deviceHash) {
        jdbc.sql("delete from access.device_sign_in where device_hash = :hash")
                .param("hash", deviceHash)
                .update();
    }

    void deleteOlderThan(Instant time) {
        jdbc.sql("delete from access.device_sign_in where expires_at < :time")
                .param("time", utc(time))
                .update();
    }

    private static DeviceSignIn signIn(ResultSet row, int number) throws SQLException {
        return new DeviceSignIn(
                row.getString("device_hash"),
                row.getObject("application_id", UUID.class),
                Audience.of(row.getString("audience")).orElseThrow(),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("polled_at")).map(Timestamp::toInstant),
                DeviceSignIn.State.valueOf(row.getString("state")),
                person(row));
    }

    private static Optional<SignedIn> person(ResultSet row) throws SQLException {
        var user = row.getObject("user_id", UUID.class);
        return user == null
                ? Optional.empty()
                : Optional.of(new SignedIn(
                        row.getObject("signed_in_tenant", UUID.class),
                        user,
                        row.getString("sign_in_name"),
                        row.getBoolean("second_factor")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
