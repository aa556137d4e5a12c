package oroshi.relationships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.database.Writes;

/** All SQL over {@code relationships.customer_relationship} and its counterpart on the customer's side. */
@Component
class RelationshipTable {
    private static final String FIND = """
            select partner_id, customer_id, provider_id, reseller_id, delegated_administration, established_at
              from relationships.customer_relationship
             where partner_id = :partnerId and customer_id = :customerId and ended_at is null
            """;

    private final JdbcClient jdbc;
    private final Writes writes;

    RelationshipTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores both sides in one statement, unless the partner serves the customer already. */
    void insert(Relationship relationship, Runnable onKnown) {
        var values = new MapSqlParameterSource()
                .addValue("partnerId", relationship.partnerId().value())
                .addValue("customerId", relationship.customerId().value())
                .addValue("providerId", value(relationship.provider()), java.sql.Types.OTHER)
                .addValue("resellerId", value(relationship.reseller()), java.sql.Types.OTHER)
                .addValue("delegated", relationship.delegatedAdministration())
                .addValue("establishedAt", relationship.establishedAt().atOffset(ZoneOffset.UTC));
        writes.add("""
                with own as (
                    insert into relationships.customer_relationship as known (
                        partner_id, customer_id, provider_id, reseller_id, delegated_administration, established_at)
                    values (:partnerId, :customerId, :providerId, :resellerId, :delegated, :establishedAt)
                    on conflict (partner_id, customer_id) do update
                       set provider_id = excluded.provider_id, reseller_id = excluded.reseller_id,
                           delegated_administration = excluded.delegated_administration,
                           established_at = excluded.established_at, ended_at = null
                     where known.ended_at is not null
                    returning 1)
                insert into relationships.tenant_relationship as known (
                    tenant_id, served_by, on_behalf_of, delegated_administration, established_at)
                select :customerId, :partnerId, :providerId, :delegated, :establishedAt from own
                on conflict (tenant_id, served_by) do update
                   set on_behalf_of = excluded.on_behalf_of,
                       delegated_administration = excluded.delegated_administration,
                       established_at = excluded.established_at, ended_at = null
                """, values, inserted -> {
            if (inserted == 0) {
                onKnown.run();
            }
        });
    }

    /** Names the reseller that the customer came through, unless there is one. */
    void assignReseller(PartnerId partnerId, CustomerId customerId, PartnerId reseller) {
        jdbc.sql("""
                update relationships.customer_relationship set reseller_id = :reseller
                 where partner_id = :partnerId and customer_id = :customerId and reseller_id is null
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("reseller", reseller.value())
                .update();
    }

    Optional<Relationship> find(PartnerId partnerId, CustomerId customerId) {
        return find(FIND, partnerId, customerId);
    }

    /** As the other, and nobody ends or changes it until the transaction is over; others may hold it as well. */
    Optional<Relationship> findAndHold(PartnerId partnerId, CustomerId customerId) {
        return find(FIND + " for share", partnerId, customerId);
    }

    private Optional<Relationship> find(String sql, PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql(sql)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> relationship(row))
                .optional();
    }

    /** Switches delegated administration on both sides of the relationship; false when it is as wanted already. */
    boolean setAdministration(PartnerId partnerId, CustomerId customerId, boolean granted) {
        return jdbc.sql("""
                with own as (
                    update relationships.customer_relationship
                       set delegated_administration = :granted
                     where partner_id = :partnerId and customer_id = :customerId and ended_at is null
                       and delegated_administration <> :granted
                    returning 1)
                update relationships.tenant_relationship
                   set delegated_administration = :granted
                 where tenant_id = :customerId and served_by = :partnerId and exists (select from own)
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("granted", granted)
                        .update()
                == 1;
    }

    /** Ends the relationship on both sides; false when none is in force. */
    boolean end(PartnerId partnerId, CustomerId customerId, Instant endedAt) {
        return jdbc.sql("""
                with own as (
                    update relationships.customer_relationship
                       set ended_at = :endedAt, delegated_administration = false
                     where partner_id = :partnerId and customer_id = :customerId and ended_at is null
                    returning 1)
                update relationships.tenant_relationship
                   set ended_at = :endedAt, delegated_administration = false
                 where tenant_id = :customerId and served_by = :partnerId and exists (select from own)
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("endedAt", endedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many customers the partner shares with each of its resellers or providers. */
    Map<PartnerId, Long> countShared(PartnerId partnerId) {
        return jdbc
                .sql("""
                select coalesce(reseller_id, provider_id) as other_id, count(*) as customers
                  from relationships.customer_relationship
                 where partner_id = :partnerId and ended_at is null
                   and (reseller_id is not null or provider_id is not null)
                 group by coalesce(reseller_id, provider_id)
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) ->
                        Map.entry(new PartnerId(row.getObject("other_id", UUID.class)), row.getLong("customers")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The partners that serve the tenant, the first one first. */
    List<TenantRelationship> listOf(TenantId tenantId) {
        return jdbc.sql("""
                select served_by, on_behalf_of, delegated_administration, established_at
                  from relationships.tenant_relationship
                 where tenant_id = :tenantId and ended_at is null
                 order by established_at, served_by
                """)
                .param("tenantId", tenantId.value())
                .query((row, number) -> new TenantRelationship(
                        new PartnerId(row.getObject("served_by", UUID.class)),
                        partner(row, "on_behalf_of"),
                        row.getBoolean("delegated_administration"),
                        row.getObject("established_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Relationship relationship(ResultSet row) throws SQLException {
        return new Relationship(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                partner(row, "provider_id"),
                partner(row, "reseller_id"),
                row.getBoolean("delegated_administration"),
                row.getObject("established_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<PartnerId> partner(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(PartnerId::new);
    }

    private static @Nullable UUID value(Optional<PartnerId> partnerId) {
        return partnerId.map(PartnerId::value).orElse(null);
    }
}
