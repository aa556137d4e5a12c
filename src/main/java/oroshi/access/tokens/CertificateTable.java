package oroshi.access.tokens;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over {@code access.application_certificate}, and over the assertions that were signed with them. */
@Component
class CertificateTable {
    private final JdbcClient jdbc;

    CertificateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the certificate; false when the application has it already. */
    boolean insert(UUID applicationId, ApplicationCertificate certificate, Instant now) {
        var added = jdbc.sql("""
                insert into access.application_certificate
                    (application_id, thumbprint, certificate, expires_at, created_at)
                values (:applicationId, :thumbprint, :certificate, :expiresAt, :now)
                on conflict (application_id, thumbprint) do nothing
                """)
                .param("applicationId", applicationId)
                .param("thumbprint", certificate.thumbprint())
                .param("certificate", certificate.encoded())
                .param("expiresAt", certificate.expiresAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return added == 1;
    }

    boolean delete(UUID applicationId, String thumbprint) {
        var deleted = jdbc.sql("""
                delete from access.application_certificate
                where application_id = :applicationId and thumbprint = :thumbprint
                """)
                .param("applicationId", applicationId)
                .param("thumbprint", thumbprint)
                .update();
        return deleted == 1;
    }

    /** The application's certificates, the newest first. */
    List<ApplicationCertificate> list(UUID applicationId) {
        return jdbc.sql("""
                select certificate
                from access.application_certificate
                where application_id = :applicationId
                order by created_at desc, thumbprint
                """)
                .param("applicationId", applicationId)
                .query((row, number) -> ApplicationCertificate.stored(row.getBytes("certificate")))
                .list();
    }

    /** Notes that the assertion was shown; false when it was shown before, which only the primary key can decide. */
    boolean noteShown(UUID applicationId, String assertionHash, Instant expiresAt) {
        var noted = jdbc.sql("""
                insert into access.shown_assertion (application_id, assertion_hash, expires_at)
                values (:applicationId, :hash, :expiresAt)
                on conflict (application_id, assertion_hash) do nothing
                """)
                .param("applicationId", applicationId)
                .param("hash", assertionHash)
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return noted == 1;
    }

    void forgetExpired(UUID applicationId, Instant now) {
        jdbc.sql("""
                delete from access.shown_assertion
                where application_id = :applicationId and expires_at < :now
                """)
                .param("applicationId", applicationId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
