package oroshi.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code administration.application_consent}. */
@Component
class ApplicationConsentTable {
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ApplicationConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the consent; false when there is one for the application. */
    boolean insert(PartnerId partnerId, CustomerId customerId, ApplicationConsent consent, Instant now) {
        return jdbc.sql("""
                insert into administration.application_consent
                    (partner_id, customer_id, application_id, display_name, grants, given_at)
                values (:partnerId, :customerId, :applicationId, :displayName, :grants::jsonb, :now)
                on conflict do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("applicationId", consent.applicationId())
                        .param("displayName", consent.displayName())
                        .param("grants", json.writeValueAsString(consent.grants()))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ApplicationConsent> find(PartnerId partnerId, CustomerId customerId, UUID applicationId) {
        return jdbc.sql("""
                select application_id, display_name, grants from administration.application_consent
                where partner_id = :partnerId and customer_id = :customerId and application_id = :applicationId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("applicationId", applicationId)
                .query(this::consent)
                .optional();
    }

    boolean delete(PartnerId partnerId, CustomerId customerId, UUID applicationId) {
        return jdbc.sql("""
                delete from administration.application_consent
                where partner_id = :partnerId and customer_id = :customerId and application_id = :applicationId
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("applicationId", applicationId)
                        .update()
                == 1;
    }

    void deleteAll(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("""
                delete from administration.application_consent
                where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .update();
    }

    private ApplicationConsent consent(ResultSet row, int number) throws SQLException {
        var grants = json.readValue(row.getString("grants"), ApplicationGrant[].class);
        return new ApplicationConsent(
                row.getObject("application_id", UUID.class), row.getString("display_name"), List.of(grants));
    }
}
