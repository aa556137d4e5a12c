package oroshi.access.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.access.SignedIn;
import oroshi.access.tokens.Grant.Asked;
import oroshi.access.tokens.Grant.Code;
import oroshi.access.tokens.Grant.Refresh;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code access.authorization_grant} and {@code access.refresh_token}. */
@Component
class GrantTable {
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Grant grant) {
        jdbc.sql("""
                insert into access.authorization_grant
                    (grant_id, application_id, grant_type, signed_in_tenant, user_id, sign_in_name, second_factor,
                     scopes, request, state_hash, code_hash, code_issued_at, code_expires_at, code_used, created_at)
                values (:id, :applicationId, :grantType, :tenantId, :userId, :name, :secondFactor,
                     :scopes, :request::jsonb, :stateHash, :codeHash, :codeIssuedAt, :codeExpiresAt, :codeUsed, :now)
                on conflict (grant_id) do update
                set scopes = excluded.scopes, state_hash = excluded.state_hash,
                    code_hash = coalesce(excluded.code_hash, authorization_grant.code_hash),
                    code_issued_at = coalesce(excluded.code_issued_at, authorization_grant.code_issued_at),
                    code_expires_at = coalesce(excluded.code_expires_at, authorization_grant.code_expires_at),
                    code_used = excluded.code_used or authorization_grant.code_used
                """)
                .param("id", grant.id())
                .param("applicationId", grant.applicationId())
                .param("grantType", grant.grantType())
                .param("tenantId", grant.person().tenant())
                .param("userId", grant.person().user())
                .param("name", grant.person().name())
                .param("secondFactor", grant.person().secondFactor())
                .param("scopes", grant.scopes().toArray(String[]::new))
                .param("request", json.writeValueAsString(grant.asked()))
                .param("stateHash", grant.stateHash())
                .param("codeHash", grant.code() == null ? null : grant.code().hash())
                .param(
                        "codeIssuedAt",
                        grant.code() == null ? null : utc(grant.code().issuedAt()))
                .param(
                        "codeExpiresAt",
                        grant.code() == null ? null : utc(grant.code().expiresAt()))
                .param("codeUsed", grant.code() != null && grant.code().used())
                .param("now", utc(Instant.now()))
                .update();
    }

    /** Keeps a refresh token beside the earlier ones of the grant, each of which lives its own time. */
    void addRefreshToken(UUID grantId, Refresh token) {
        jdbc.sql("""
                insert into access.refresh_token (token_hash, grant_id, issued_at, expires_at)
                values (:hash, :grantId, :issuedAt, :expiresAt)
                on conflict (token_hash) do nothing
                """)
                .param("hash", token.hash())
                .param("grantId", grantId)
                .param("issuedAt", utc(token.issuedAt()))
                .param("expiresAt", utc(token.expiresAt()))
                .update();
    }

    void deleteRefreshTokens(UUID grantId) {
        jdbc.sql("delete from access.refresh_token where grant_id = :grantId")
                .param("grantId", grantId)
                .update();
    }

    void delete(UUID grantId) {
        deleteRefreshTokens(grantId);
        jdbc.sql("delete from access.authorization_grant where grant_id = :grantId")
                .param("grantId", grantId)
                .update();
    }

    Optional<Grant> find(UUID grantId) {
        return jdbc.sql("""
                select grant_id, application_id, grant_type, signed_in_tenant, user_id, sign_in_name, second_factor,
                    scopes, request, state_hash, code_hash, code_issued_at, code_expires_at, code_used
                from access.authorization_grant
                where grant_id = :grantId
                """).param("grantId", grantId).query(this::grant).optional();
    }

    Optional<Grant> findByState(String stateHash) {
        return jdbc.sql("""
                select grant_id, application_id, grant_type, signed_in_tenant, user_id, sign_in_name, second_factor,
                    scopes, request, state_hash, code_hash, code_issued_at, code_expires_at, code_used
                from access.authorization_grant
                where state_hash = :hash
                """).param("hash", stateHash).query(this::grant).optional();
    }

    /** Locks the grant, so that of two redemptions at once only one finds the code unused. */
    Optional<Grant> findByCode(String codeHash) {
        return jdbc.sql("""
                select grant_id, application_id, grant_type, signed_in_tenant, user_id, sign_in_name, second_factor,
                    scopes, request, state_hash, code_hash, code_issued_at, code_expires_at, code_used
                from access.authorization_grant
                where code_hash = :hash
                for update
                """).param("hash", codeHash).query(this::grant).optional();
    }

    Optional<UUID> findGrantOf(String refreshHash) {
        return jdbc.sql("select grant_id from access.refresh_token where token_hash = :hash")
                .param("hash", refreshHash)
                .query(UUID.class)
                .optional();
    }

    Optional<Refresh> findRefreshToken(String refreshHash) {
        return jdbc.sql("""
                select token_hash, issued_at, expires_at
                from access.refresh_token
                where token_hash = :hash
                """)
                .param("hash", refreshHash)
                .query((row, number) -> new Refresh(
                        row.getString("token_hash"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    private Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getObject("grant_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("grant_type"),
                new SignedIn(
                        row.getObject("signed_in_tenant", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getString("sign_in_name"),
                        row.getBoolean("second_factor")),
                Set.of((String[]) row.getArray("scopes").getArray()),
                json.readValue(row.getString("request"), Asked.class),
                row.getString("state_hash"),
                code(row));
    }

    private static @Nullable Code code(ResultSet row) throws SQLException {
        var hash = row.getString("code_hash");
        if (hash == null) {
            return null;
        }
        return new Code(
                hash,
                row.getTimestamp("code_issued_at").toInstant(),
                row.getTimestamp("code_expires_at").toInstant(),
                row.getBoolean("code_used"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
