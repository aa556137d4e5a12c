package oroshi.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** All SQL over {@code customers.qualification}. */
@Component
class QualificationTable {
    private final JdbcClient jdbc;

    QualificationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerQualification> list(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select qualification, education_segment, vetting_status, vetting_reason, applied_at
                  from customers.qualification
                 where partner_id = :partnerId and customer_id = :customerId
                 order by qualification
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> qualification(row))
                .list();
    }

    List<OpenReview> listInReview(PartnerId partnerId) {
        return jdbc.sql("""
                select customer_id, qualification, education_segment, website, applied_at
                  from customers.qualification
                 where partner_id = :partnerId and vetting_status = 'IN_REVIEW'
                 order by applied_at
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> new OpenReview(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        Qualification.valueOf(row.getString("qualification")),
                        Optional.ofNullable(row.getString("education_segment")).map(EducationSegment::valueOf),
                        Optional.ofNullable(row.getString("website")),
                        row.getObject("applied_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void deleteAll(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("delete from customers.qualification where partner_id = :partnerId and customer_id = :customerId")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .update();
    }

    /** Stores an application, in place of one that was denied; false when it is held or in review. */
    boolean apply(PartnerId partnerId, CustomerId customerId, QualificationRequest request, Instant at) {
        var vetted = request.qualification() != Qualification.STATE_OWNED_ENTITY;
        return jdbc.sql("""
                insert into customers.qualification (
                    partner_id, customer_id, qualification, education_segment, website, vetting_status, applied_at)
                values (
                    :partnerId, :customerId, :qualification, :educationSegment, :website, :vettingStatus, :appliedAt)
                on conflict (partner_id, customer_id, qualification) do update
                   set education_segment = excluded.education_segment, website = excluded.website,
                       vetting_status = excluded.vetting_status, vetting_reason = null,
                       applied_at = excluded.applied_at
                 where qualification.vetting_status = 'DENIED'
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("qualification", request.qualification().name())
                        .param(
                                "educationSegment",
                                request.educationSegment()
                                        .map(EducationSegment::name)
                                        .orElse(null))
                        .param("website", request.website().orElse(null))
                        .param(
                                "vettingStatus",
                                vetted ? firstStatus(request.qualification()).name() : null)
                        .param("appliedAt", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Stores a qualification as another partner's row has it. */
    void insert(PartnerId partnerId, CustomerId customerId, CustomerQualification known) {
        jdbc.sql("""
                insert into customers.qualification (
                    partner_id, customer_id, qualification, education_segment, vetting_status, vetting_reason, applied_at)
                values (
                    :partnerId, :customerId, :qualification, :educationSegment, :vettingStatus, :vettingReason, :appliedAt)
                on conflict (partner_id, customer_id, qualification) do nothing
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("qualification", known.qualification().name())
                .param(
                        "educationSegment",
                        known.educationSegment().map(EducationSegment::name).orElse(null))
                .param(
                        "vettingStatus",
                        known.vettingStatus().map(VettingStatus::name).orElse(null))
                .param("vettingReason", known.vettingReason().orElse(null))
                .param("appliedAt", known.appliedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stores the outcome of a review; false when none is open. */
    boolean decide(PartnerId partnerId, CustomerId customerId, VettingDecision decision) {
        return jdbc.sql("""
                update customers.qualification
                   set vetting_status = :status, vetting_reason = :reason
                 where partner_id = :partnerId and customer_id = :customerId and qualification = :qualification
                   and vetting_status = 'IN_REVIEW'
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("qualification", decision.qualification().name())
                        .param("status", (decision.approved() ? VettingStatus.APPROVED : VettingStatus.DENIED).name())
                        .param("reason", decision.reason().orElse(null))
                        .update()
                == 1;
    }

    /** The code of the government community cloud has been vetted before, so it counts at once (J1-09). */
    static VettingStatus firstStatus(Qualification qualification) {
        return qualification == Qualification.GOVERNMENT_COMMUNITY_CLOUD
                ? VettingStatus.APPROVED
                : VettingStatus.IN_REVIEW;
    }

    private static CustomerQualification qualification(ResultSet row) throws SQLException {
        return new CustomerQualification(
                Qualification.valueOf(row.getString("qualification")),
                Optional.ofNullable(row.getString("education_segment")).map(EducationSegment::valueOf),
                Optional.ofNullable(row.getString("vetting_status")).map(VettingStatus::valueOf),
                Optional.ofNullable(row.getString("vetting_reason")),
                row.getObject("applied_at", OffsetDateTime.class).toInstant());
    }
}
