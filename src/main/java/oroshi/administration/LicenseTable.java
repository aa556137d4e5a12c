package oroshi.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** All SQL over {@code administration.license} and the count of assigned licenses beside it. */
@Component
class LicenseTable {
    private final JdbcClient jdbc;

    LicenseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many licenses of the product are assigned; nobody else assigns or takes any until the transaction ends. */
    int lock(TenantId tenantId, UUID skuId) {
        return jdbc.sql("""
                insert into administration.license_count as stored (tenant_id, sku_id, assigned, allowed)
                values (:tenantId, :skuId, 0, 0)
                on conflict (tenant_id, sku_id) do update set assigned = stored.assigned
                returning assigned
                """)
                .param("tenantId", tenantId.value())
                .param("skuId", skuId)
                .query(Integer.class)
                .single();
    }

    /** Counts one more; false when there are no more than are assigned. */
    boolean claim(TenantId tenantId, UUID skuId, int units) {
        return jdbc.sql("""
                update administration.license_count
                set assigned = assigned + 1, allowed = :units
                where tenant_id = :tenantId and sku_id = :skuId and assigned < :units
                """)
                        .param("units", units)
                        .param("tenantId", tenantId.value())
                        .param("skuId", skuId)
                        .update()
                == 1;
    }

    void release(TenantId tenantId, UUID skuId) {
        jdbc.sql("""
                update administration.license_count set assigned = assigned - 1
                where tenant_id = :tenantId and sku_id = :skuId and assigned > 0
                """).param("tenantId", tenantId.value()).param("skuId", skuId).update();
    }

    Map<UUID, Integer> countAssigned(TenantId tenantId) {
        return jdbc
                .sql("select sku_id, assigned from administration.license_count where tenant_id = :tenantId")
                .param("tenantId", tenantId.value())
                .query((row, number) -> Map.entry(row.getObject("sku_id", UUID.class), row.getInt("assigned")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<License> find(TenantId tenantId, UserId userId, UUID skuId) {
        return jdbc.sql("""
                select user_id, sku_id, excluded_plans from administration.license
                where tenant_id = :tenantId and user_id = :userId and sku_id = :skuId and freed_at is null
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .param("skuId", skuId)
                .query(LicenseTable::license)
                .optional();
    }

    /** The licenses of these people. */
    List<License> list(TenantId tenantId, Collection<UserId> users) {
        return jdbc.sql("""
                select user_id, sku_id, excluded_plans from administration.license
                where tenant_id = :tenantId and user_id = any(:users) and freed_at is null
                order by user_id, sku_id
                """)
                .param("tenantId", tenantId.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query(LicenseTable::license)
                .list();
    }

    /** What somebody who was deleted had. */
    List<License> listFreed(TenantId tenantId, UserId userId) {
        return jdbc.sql("""
                select user_id, sku_id, excluded_plans from administration.license
                where tenant_id = :tenantId and user_id = :userId and freed_at is not null
                order by sku_id
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .query(LicenseTable::license)
                .list();
    }

    /** Stores the license, in place of the one that the person may have had. */
    void put(TenantId tenantId, License license, Instant now) {
        jdbc.sql("""
                insert into administration.license (tenant_id, user_id, sku_id, excluded_plans, assigned_at)
                values (:tenantId, :userId, :skuId, :excludedPlans, :now)
                on conflict (tenant_id, user_id, sku_id) do update
                set excluded_plans = excluded.excluded_plans, assigned_at = excluded.assigned_at, freed_at = null
                """)
                .param("tenantId", tenantId.value())
                .param("userId", license.userId().value())
                .param("skuId", license.skuId())
                .param("excludedPlans", license.excludedPlans().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps in mind that the person had the license. */
    void free(TenantId tenantId, License license, Instant now) {
        jdbc.sql("""
                update administration.license set freed_at = :now
                where tenant_id = :tenantId and user_id = :userId and sku_id = :skuId
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenantId", tenantId.value())
                .param("userId", license.userId().value())
                .param("skuId", license.skuId())
                .update();
    }

    void remove(TenantId tenantId, License license) {
        jdbc.sql("""
                delete from administration.license
                where tenant_id = :tenantId and user_id = :userId and sku_id = :skuId
                """)
                .param("tenantId", tenantId.value())
                .param("userId", license.userId().value())
                .param("skuId", license.skuId())
                .update();
    }

    /** Who has a license of the product, whoever got it first first. */
    List<UserId> listPeople(TenantId tenantId, UUID skuId) {
        return jdbc.sql("""
                select user_id from administration.license
                where tenant_id = :tenantId and sku_id = :skuId and freed_at is null
                order by assigned_at, user_id
                """)
                .param("tenantId", tenantId.value())
                .param("skuId", skuId)
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    /** Gives these people a license of the other product for theirs; the caller holds the counts of both. */
    void move(TenantId tenantId, UUID from, UUID to, List<UserId> people, Instant now) {
        var users = people.stream().map(UserId::value).toArray(UUID[]::new);
        jdbc.sql("""
                delete from administration.license
                where tenant_id = :tenantId and sku_id = :skuId and user_id = any(:users)
                """)
                .param("tenantId", tenantId.value())
                .param("skuId", from)
                .param("users", users)
                .update();
        jdbc.sql("""
                insert into administration.license (tenant_id, user_id, sku_id, excluded_plans, assigned_at)
                select :tenantId, person, :skuId, '{}', :now from unnest(:users) as person
                on conflict (tenant_id, user_id, sku_id) do update
                set excluded_plans = excluded.excluded_plans, assigned_at = excluded.assigned_at, freed_at = null
                """)
                .param("tenantId", tenantId.value())
                .param("skuId", to)
                .param("users", users)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        recount(tenantId, from);
        recount(tenantId, to);
    }

    private void recount(TenantId tenantId, UUID skuId) {
        jdbc.sql("""
                update administration.license_count as stored
                set assigned = present.people, allowed = greatest(stored.allowed, present.people)
                from (select count(*)::integer as people from administration.license
                      where tenant_id = :tenantId and sku_id = :skuId and freed_at is null) as present
                where stored.tenant_id = :tenantId and stored.sku_id = :skuId
                """).param("tenantId", tenantId.value()).param("skuId", skuId).update();
    }

    /** Takes the product from everybody. */
    void removeAll(TenantId tenantId, UUID skuId) {
        jdbc.sql("delete from administration.license where tenant_id = :tenantId and sku_id = :skuId")
                .param("tenantId", tenantId.value())
                .param("skuId", skuId)
                .update();
        jdbc.sql("""
                update administration.license_count set assigned = 0
                where tenant_id = :tenantId and sku_id = :skuId
                """).param("tenantId", tenantId.value()).param("skuId", skuId).update();
    }

    /** Forgets what these people had, who are gone for good. */
    void forget(TenantId tenantId, Collection<UserId> users) {
        jdbc.sql("""
                delete from administration.license
                where tenant_id = :tenantId and user_id = any(:users) and freed_at is not null
                """)
                .param("tenantId", tenantId.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .update();
    }

    private static License license(ResultSet row, int number) throws SQLException {
        return new License(
                new UserId(row.getObject("user_id", UUID.class)), row.getObject("sku_id", UUID.class), Set.of((String[])
                        row.getArray("excluded_plans").getArray()));
    }
}
