package oroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules that let the same schema run on one PostgreSQL and on a cluster, and that keep partners apart, read from
 * the catalog of the migrated database. A table with {@code partner_id} is partner-owned and lives where its partner
 * does; one with {@code tenant_id} alone lives with its tenant, and a domain with its name; every other table is a
 * reference, whole on each node.
 */
class SchemaTest {
    /** Every table of ours with the column that decides on which node a row lives; none for reference tables. */
    private static final String TABLES = """
            with ours as (
                select c.oid, n.nspname || '.' || c.relname as name, n.nspname as schema,
                       c.relrowsecurity as secured,
                       (select a.attnum
                        from pg_attribute a
                        where a.attrelid = c.oid and not a.attisdropped
                          and (a.attname = 'partner_id'
                               or n.nspname || '.' || c.relname = 'directory.domain' and a.attname = 'name'
                               or a.attname = 'tenant_id')
                        order by array_position(array['partner_id', 'name', 'tenant_id'], a.attname::text)
                        limit 1) as home
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p')
                  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'migration')
            ), owned as (
                select o.*, a.attname as home_name
                from ours o
                join pg_attribute a on a.attrelid = o.oid and a.attnum = o.home
            )
            """;

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migratedAsOwner());

    @Test
    void findsTheTablesThatItSpeaksAbout() {
        assertThat(names("select name from owned where home_name = 'partner_id'"))
                .contains("activity.record", "clock.partner_clock");
    }

    @Test
    void everyTableHasAPrimaryKey() {
        assertThat(names("""
                select name from ours
                where not exists (select from pg_index i where i.indrelid = ours.oid and i.indisprimary)
                """)).isEmpty();
    }

    @Test
    void everyOwnedTablesPrimaryKeyStartsWithItsOwner() {
        assertThat(names("""
                select name from owned
                join pg_index i on i.indrelid = owned.oid and i.indisprimary
                where i.indkey[0] <> home
                """)).isEmpty();
    }

    @Test
    void everyUniqueConstraintContainsTheOwner() {
        assertThat(names("""
                select name || ': ' || i.indexrelid::regclass from owned
                join pg_index i on i.indrelid = owned.oid and (i.indisunique or i.indisexclusion)
                where not home = any (i.indkey::smallint[])
                """)).isEmpty();
    }

    @Test
    void anOwnerIsAUuidAndNeverMissing() {
        assertThat(names("""
                select name from owned
                join pg_attribute a on a.attrelid = owned.oid and a.attnum = home
                where home_name in ('partner_id', 'tenant_id') and (a.atttypid <> 'uuid'::regtype or not a.attnotnull)
                """)).isEmpty();
    }

    @Test
    void rowLevelSecurityGuardsEveryPartnerOwnedTable() {
        assertThat(names("select name from owned where home_name = 'partner_id' and not secured"))
                .isEmpty();
        assertThat(names("""
                select name from owned
                where home_name = 'partner_id'
                  and not exists (
                    select from pg_policy p
                    where p.polrelid = owned.oid and p.polpermissive
                      and pg_get_expr(p.polqual, p.polrelid) ~ 'partner_id = .*app\\.partner_id')
                """)).isEmpty();
    }

    /** Providers and resellers find one another by their profiles, so every partner may read those; none writes them. */
    @Test
    void noPolicyAdmitsAnotherPartnerButToReadProfiles() {
        assertThat(names("""
                select name || ': ' || p.polname from pg_policy p
                join owned on owned.oid = p.polrelid
                where p.polpermissive and home_name = 'partner_id'
                  and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), 'true')
                      !~ 'partner_id = .*app\\.partner_id'
                  and not (name = 'partners.partner' and p.polcmd = 'r')
                """)).isEmpty();
    }

    @Test
    void everyPolicyAsksWhoIsInScope() {
        assertThat(names("""
                select p.polrelid::regclass || ': ' || p.polname from pg_policy p
                where p.polpermissive and p.polcmd <> 'r'
                  and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), 'true')
                      !~ 'app\\.(partner|tenant)_id'
                """)).isEmpty();
    }

    @Test
    void noSequenceAndNoIdentityNumbersRows() {
        assertThat(names("""
                select c.oid::regclass::text from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and n.nspname !~ '^pg_'
                """)).isEmpty();
    }

    @Test
    void foreignKeysStayOnTheNodeOrPointToReferences() {
        assertThat(names("""
                select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
                left join owned source on source.oid = k.conrelid
                left join owned target on target.oid = k.confrelid
                where k.contype = 'f'
                  and target.oid is not null
                  and (source.oid is null
                       or source.home_name <> target.home_name
                       or not exists (
                            select from generate_subscripts(k.conkey, 1) position
                            where k.conkey[position] = source.home and k.confkey[position] = target.home))
                """)).isEmpty();
    }

    @Test
    void deletingNeverEmptiesTheOwnerOfAnotherRow() {
        assertThat(names("""
                select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
                join owned on owned.oid = k.conrelid
                where k.contype = 'f' and k.confdeltype in ('n', 'd')
                  and (k.confdelsetcols is null or home = any (k.confdelsetcols))
                """)).isEmpty();
    }

    @Test
    void noTriggerWorksBehindTheStatements() {
        assertThat(names("select tgrelid::regclass || ': ' || tgname from pg_trigger where not tgisinternal"))
                .isEmpty();
    }

    @Test
    void noDefaultDiffersFromNodeToNode() {
        assertThat(names("""
                select name || '.' || a.attname from ours
                join pg_attrdef d on d.adrelid = ours.oid
                join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                where a.attgenerated = ''
                  and pg_get_expr(d.adbin, d.adrelid) ~* 'nextval|random|uuid|clock_timestamp'
                """)).isEmpty();
    }

    @Test
    void everyMomentKnowsItsZone() {
        assertThat(names("""
                select name || '.' || a.attname from ours
                join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0
                where a.atttypid = 'timestamp without time zone'::regtype
                """)).isEmpty();
    }

    @Test
    void tablesAreNamedInTheSchemaOfAModule() {
        assertThat(names("select name from ours where schema = 'public'")).isEmpty();
    }

    @Test
    void theApplicationsRoleIsBoundByRowLevelSecurity() {
        assertThat(names("""
                select rolname::text from pg_roles
                where rolname = 'oroshi_app'
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                """)).isEmpty();
        assertThat(names("select name from ours join pg_class c on c.oid = ours.oid "
                        + "where pg_has_role('oroshi_app', c.relowner, 'member')"))
                .isEmpty();
    }

    @Test
    void theApplicationsRoleMakesNothing() {
        assertThat(names("""
                select nspname::text from pg_namespace where has_schema_privilege('oroshi_app', oid, 'create')
                """)).isEmpty();
        assertThat(names("""
                select datname::text from pg_database
                where datname = current_database() and has_database_privilege('oroshi_app', oid, 'create, temporary')
                """)).isEmpty();
        assertThat(names("""
                select name from ours where has_table_privilege('oroshi_app', oid, 'truncate, references, trigger')
                """)).isEmpty();
    }

    @Test
    void theApplicationsRoleReadsEveryTableOfEveryModule() {
        assertThat(names("""
                select name from ours
                where not has_schema_privilege('oroshi_app', schema, 'usage')
                   or not has_table_privilege('oroshi_app', oid, 'select')
                """)).isEmpty();
    }

    @Test
    void theApplicationsRoleDoesNotTouchTheHistoryOfMigrations() {
        assertThat(names("select 'migration' where has_schema_privilege('oroshi_app', 'migration', 'usage')"))
                .isEmpty();
    }

    private List<String> names(String query) {
        return jdbc.sql(TABLES + query)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
