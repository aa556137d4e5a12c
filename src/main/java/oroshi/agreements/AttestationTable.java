package oroshi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.Writes;

/** All SQL over {@code agreements.attestation} and {@code agreements.asked}. */
@Component
class AttestationTable {
    private static final String COLUMNS = """
            select customer_id, type, ordinal, country, version_rank, template_id, language, first_name, last_name,
                   email, phone, agreed_at, attested_by, attested_by_name, recorded_at
              from agreements.attestation
             where partner_id = :partnerId and customer_id = :customerId
            """;

    private final JdbcClient jdbc;
    private final Writes writes;
    private final Templates templates;

    AttestationTable(JdbcClient jdbc, Writes writes, Templates templates) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.templates = templates;
    }

    /**
     * Adds the record after the last one; false when the last one names the same person for the same version, or when
     * another record was added at the same moment. The primary key decides between two.
     */
    boolean insert(PartnerId partnerId, CustomerId customerId, NewAttestation attestation, Attester by, Instant now) {
        var inserted = jdbc.sql("""
                with latest as (
                    select ordinal, version_rank, signer_folded
                      from agreements.attestation
                     where partner_id = :partnerId and customer_id = :customerId and type = :type
                     order by ordinal desc
                     limit 1)
                insert into agreements.attestation (
                    partner_id, customer_id, type, ordinal, country, version_rank, template_id, language, first_name,
                    last_name, email, phone, signer_folded, agreed_at, attested_by, attested_by_name, recorded_at)
                select :partnerId, :customerId, :type, coalesce((select ordinal from latest), 0) + 1, :country,
                       :versionRank, :templateId, :language, :firstName, :lastName, :email, :phone, :folded, :agreedAt,
                       :attestedBy, :attestedByName, :recordedAt
                 where not exists (
                    select 1 from latest where version_rank = :versionRank and signer_folded = :folded)
                on conflict (partner_id, customer_id, type, ordinal) do nothing
                """)
                .paramSource(values(partnerId, customerId, attestation, by, now))
                .update();
        return inserted == 1;
    }

    /** Adds the record of a customer of whom nothing can be on record yet. */
    void insertFirst(PartnerId partnerId, CustomerId customerId, NewAttestation attestation, Attester by, Instant now) {
        writes.add("""
                insert into agreements.attestation (
                    partner_id, customer_id, type, ordinal, country, version_rank, template_id, language, first_name,
                    last_name, email, phone, signer_folded, agreed_at, attested_by, attested_by_name, recorded_at)
                values (
                    :partnerId, :customerId, :type, 1, :country, :versionRank, :templateId, :language, :firstName,
                    :lastName, :email, :phone, :folded, :agreedAt, :attestedBy, :attestedByName, :recordedAt)
                """, values(partnerId, customerId, attestation, by, now));
    }

    private static SqlParameterSource values(
            PartnerId partnerId, CustomerId customerId, NewAttestation attestation, Attester by, Instant now) {
        var template = attestation.template();
        var signer = attestation.signer();
        return new MapSqlParameterSource()
                .addValue("partnerId", partnerId.value())
                .addValue("customerId", customerId.value())
                .addValue("type", template.type().key())
                .addValue("country", template.country())
                .addValue("versionRank", template.versionRank())
                .addValue("templateId", template.templateId())
                .addValue("language", attestation.language())
                .addValue("firstName", signer.firstName())
                .addValue("lastName", signer.lastName())
                .addValue("email", signer.email())
                .addValue("phone", signer.phone())
                .addValue("folded", signer.folded())
                .addValue("agreedAt", attestation.agreedAt().atOffset(ZoneOffset.UTC))
                .addValue("attestedBy", by.userId().orElse(null), java.sql.Types.OTHER)
                .addValue("attestedByName", by.name())
                .addValue("recordedAt", now.atOffset(ZoneOffset.UTC));
    }

    /** Every record of the partner about the customer, in order of agreement, then of recording. */
    List<Acceptance> list(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql(COLUMNS + " order by agreed_at, recorded_at, ordinal")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> acceptance(row))
                .list();
    }

    /** The record that counts for the type. */
    Optional<Acceptance> findCurrent(PartnerId partnerId, CustomerId customerId, AgreementType type) {
        return jdbc.sql(COLUMNS + " and type = :type order by ordinal desc limit 1")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("type", type.key())
                .query((row, number) -> acceptance(row))
                .optional();
    }

    /** Remembers that the customer was asked to accept. */
    void putAsked(PartnerId partnerId, CustomerId customerId, Instant askedAt) {
        jdbc.sql("""
                insert into agreements.asked (partner_id, customer_id, asked_at)
                values (:partnerId, :customerId, :askedAt)
                on conflict (partner_id, customer_id) do update set asked_at = excluded.asked_at
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("askedAt", askedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Instant> findAsked(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select asked_at from agreements.asked where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) ->
                        row.getObject("asked_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private Acceptance acceptance(ResultSet row) throws SQLException {
        var type = AgreementData.get(row.getString("type"));
        return new Acceptance(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                templates
                        .find(type, row.getString("country"), row.getInt("version_rank"))
                        .orElseThrow(),
                row.getInt("ordinal"),
                row.getString("language"),
                new Signer(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("phone")),
                row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("attested_by", UUID.class)),
                row.getString("attested_by_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
