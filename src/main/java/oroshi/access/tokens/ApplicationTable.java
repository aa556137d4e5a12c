package oroshi.access.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Ids;
import oroshi.basics.TenantId;

/** All SQL over {@code access.application} and its secrets. */
@Component
class ApplicationTable {
    private final JdbcClient jdbc;

    ApplicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(NewApplication application, Instant now) {
        var added = jdbc.sql("""
                insert into access.application
                    (application_id, owner_tenant, display_name, multi_tenant, public_client, redirect_uris, created_at)
                values (:id, :owner, :displayName, :multiTenant, :publicClient, :redirectUris, :now)
                on conflict (application_id) do nothing
                """)
                .param("id", application.id())
                .param("owner", application.owner().value())
                .param("displayName", application.displayName())
                .param("multiTenant", application.multiTenant())
                .param("publicClient", application.publicClient())
                .param("redirectUris", application.redirectUris().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return added == 1;
    }

    void insertSecret(UUID applicationId, String hash, String hint, Instant now, Instant expiresAt) {
        jdbc.sql("""
                insert into access.application_secret
                    (application_id, secret_id, secret_hash, hint, created_at, expires_at)
                values (:applicationId, :secretId, :hash, :hint, :now, :expiresAt)
                """)
                .param("applicationId", applicationId)
                .param("secretId", Ids.next())
                .param("hash", hash)
                .param("hint", hint)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Application> find(UUID applicationId, Instant now) {
        return jdbc.sql("""
                select a.application_id, a.owner_tenant, a.display_name, a.multi_tenant, a.public_client,
                    a.redirect_uris,
                    array(select s.secret_hash from access.application_secret s
                          where s.application_id = a.application_id and s.expires_at > :now) as secret_hashes
                from access.application a
                where a.application_id = :applicationId
                """)
                .param("applicationId", applicationId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ApplicationTable::application)
                .optional();
    }

    List<Application> list(TenantId owner, Instant now) {
        return jdbc.sql("""
                select a.application_id, a.owner_tenant, a.display_name, a.multi_tenant, a.public_client,
                    a.redirect_uris,
                    array(select s.secret_hash from access.application_secret s
                          where s.application_id = a.application_id and s.expires_at > :now) as secret_hashes
                from access.application a
                where a.owner_tenant = :owner
                order by a.display_name
                """)
                .param("owner", owner.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ApplicationTable::application)
                .list();
    }

    private static Application application(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getObject("application_id", UUID.class),
                Optional.ofNullable(row.getObject("owner_tenant", UUID.class)).map(TenantId::new),
                row.getString("display_name"),
                row.getBoolean("multi_tenant"),
                row.getBoolean("public_client"),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                List.of((String[]) row.getArray("secret_hashes").getArray()));
    }
}
