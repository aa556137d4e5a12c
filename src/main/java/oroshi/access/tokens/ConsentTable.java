package oroshi.access.tokens;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.access.SignedIn;
import oroshi.basics.TenantId;

/** All SQL over {@code access.application_consent}. */
@Component
class ConsentTable {
    static final String EVERYBODY = "everybody";

    private final JdbcClient jdbc;

    ConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the person, or a global admin for everybody, allowed the application. */
    List<String> scopes(UUID applicationId, SignedIn person) {
        return jdbc.sql("""
                select distinct unnest(scopes) as scope
                from access.application_consent
                where application_id = :applicationId and granting_tenant = :tenantId
                    and granted_to in (:person, 'everybody')
                """)
                .param("applicationId", applicationId)
                .param("tenantId", person.tenant())
                .param("person", person.user().toString())
                .query((row, number) -> row.getString("scope"))
                .list();
    }

    boolean isGrantedToEverybody(UUID applicationId, TenantId tenantId) {
        return !jdbc.sql("""
                select granted_to
                from access.application_consent
                where application_id = :applicationId and granting_tenant = :tenantId and granted_to = 'everybody'
                """)
                .param("applicationId", applicationId)
                .param("tenantId", tenantId.value())
                .query((row, number) -> row.getString("granted_to"))
                .list()
                .isEmpty();
    }

    void save(UUID applicationId, SignedIn person, boolean everybody, Collection<String> scopes) {
        jdbc.sql("""
                insert into access.application_consent
                    (application_id, granting_tenant, granted_to, scopes, granted_by, granted_at)
                values (:applicationId, :tenantId, :grantedTo, :scopes, :person, :now)
                on conflict (application_id, granting_tenant, granted_to) do update
                set scopes = excluded.scopes, granted_by = excluded.granted_by, granted_at = excluded.granted_at
                """)
                .param("applicationId", applicationId)
                .param("tenantId", person.tenant())
                .param("grantedTo", everybody ? EVERYBODY : person.user().toString())
                .param("scopes", scopes.toArray(String[]::new))
                .param("person", person.user())
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(UUID applicationId, SignedIn person) {
        jdbc.sql("""
                delete from access.application_consent
                where application_id = :applicationId and granting_tenant = :tenantId and granted_to = :person
                """)
                .param("applicationId", applicationId)
                .param("tenantId", person.tenant())
                .param("person", person.user().toString())
                .update();
    }
}
