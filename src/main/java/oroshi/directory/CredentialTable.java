package oroshi.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** SQL over the secrets in {@code directory.user_account} and over {@code directory.recovery_code}. */
@Component
class CredentialTable {
    private final JdbcClient jdbc;

    CredentialTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Credential> find(TenantId tenantId, String signInName) {
        return jdbc.sql("""
                select tenant_id, user_id, sign_in_name, password_hash, must_change_password, password_expires_at,
                    locked_until, totp_secret, totp_confirmed_at is not null as second_factor
                from directory.user_account
                where tenant_id = :tenantId and sign_in_name = :signInName and deleted_at is null
                """)
                .param("tenantId", tenantId.value())
                .param("signInName", signInName)
                .query(CredentialTable::credential)
                .optional();
    }

    Optional<Credential> find(TenantId tenantId, UserId userId) {
        return jdbc.sql("""
                select tenant_id, user_id, sign_in_name, password_hash, must_change_password, password_expires_at,
                    locked_until, totp_secret, totp_confirmed_at is not null as second_factor
                from directory.user_account
                where tenant_id = :tenantId and user_id = :userId and deleted_at is null
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .query(CredentialTable::credential)
                .optional();
    }

    /** Counts a failure; the one that reaches the limit locks the account and starts the count anew. */
    void countFailure(Credential credential, int limit, Duration lock, Instant now) {
        jdbc.sql("""
                update directory.user_account
                set failures = case when failures + 1 >= :limit then 0 else failures + 1 end,
                    locked_until = case when failures + 1 >= :limit then :until else locked_until end
                where tenant_id = :tenantId and user_id = :userId
                """)
                .param("limit", limit)
                .param("until", utc(now.plus(lock)))
                .param("tenantId", credential.tenantId().value())
                .param("userId", credential.userId().value())
                .update();
    }

    void forgetFailures(Credential credential) {
        jdbc.sql("""
                update directory.user_account
                set failures = 0, locked_until = null
                where tenant_id = :tenantId and user_id = :userId and (failures > 0 or locked_until is not null)
                """)
                .param("tenantId", credential.tenantId().value())
                .param("userId", credential.userId().value())
                .update();
    }

    /** Replaces the hash; with an expiry it is that of a temporary password, which has to be changed. */
    boolean setPassword(TenantId tenantId, UserId userId, String hash, @Nullable Instant expiresAt) {
        var changed = jdbc.sql("""
                update directory.user_account
                set password_hash = :hash, must_change_password = :temporary, password_expires_at = :expiresAt,
                    failures = 0, locked_until = null, version = version + 1
                where tenant_id = :tenantId and user_id = :userId
                """)
                .param("hash", hash)
                .param("temporary", expiresAt != null)
                .param("expiresAt", expiresAt == null ? null : utc(expiresAt))
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .update();
        return changed == 1;
    }

    /** Ends the person's sessions: only those that begin later count. */
    void endSessions(TenantId tenantId, UserId userId, Instant now) {
        jdbc.sql("""
                update directory.user_account set sessions_from = :now
                where tenant_id = :tenantId and user_id = :userId
                """)
                .param("now", utc(now))
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .update();
    }

    /** Keeps a new authenticator's secret; false when one is enrolled already. */
    boolean setTotpSecret(TenantId tenantId, UserId userId, byte[] sealed) {
        var changed = jdbc.sql("""
                update directory.user_account
                set totp_secret = :sealed, totp_last_step = null
                where tenant_id = :tenantId and user_id = :userId and totp_confirmed_at is null
                """)
                .param("sealed", sealed)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .update();
        return changed == 1;
    }

    /** Takes the step of a code; false when it or a later one was used before. */
    boolean takeStep(Credential credential, long step) {
        var taken = jdbc.sql("""
                update directory.user_account
                set totp_last_step = :step
                where tenant_id = :tenantId and user_id = :userId
                    and (totp_last_step is null or totp_last_step < :step)
                """)
                .param("step", step)
                .param("tenantId", credential.tenantId().value())
                .param("userId", credential.userId().value())
                .update();
        return taken == 1;
    }

    /** Enrols the authenticator and replaces the recovery codes. */
    void confirmTotp(Credential credential, Collection<String> codeHashes, Instant now) {
        jdbc.sql("""
                with confirmed as (
                    update directory.user_account
                    set totp_confirmed_at = :now
                    where tenant_id = :tenantId and user_id = :userId
                )
                insert into directory.recovery_code (tenant_id, user_id, code_hash)
                select :tenantId, :userId, hash from unnest(:hashes) as hash
                """)
                .param("now", utc(now))
                .param("tenantId", credential.tenantId().value())
                .param("userId", credential.userId().value())
                .param("hashes", codeHashes.toArray(String[]::new))
                .update();
    }

    /** Uses a recovery code up; false when there is none like it or it was used before. */
    boolean useRecoveryCode(Credential credential, String codeHash, Instant now) {
        var used = jdbc.sql("""
                update directory.recovery_code
                set used_at = :now
                where tenant_id = :tenantId and user_id = :userId and code_hash = :codeHash and used_at is null
                """)
                .param("now", utc(now))
                .param("tenantId", credential.tenantId().value())
                .param("userId", credential.userId().value())
                .param("codeHash", codeHash)
                .update();
        return used == 1;
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("sign_in_name"),
                row.getString("password_hash"),
                row.getBoolean("must_change_password"),
                instant(row, "password_expires_at"),
                instant(row, "locked_until"),
                row.getBytes("totp_secret"),
                row.getBoolean("second_factor"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
