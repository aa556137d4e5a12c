package oroshi.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the migrations make, in one readable file: who changes a migration sees there, and shows with it, what became of
 * the tables. After a change that was meant, {@code make schema} writes it anew.
 */
class SchemaDumpTest {
    private static final Path KEPT = Path.of("docs", "schema.txt");
    private static final Path FOUND = Path.of("target", "schema.txt");

    private static final String DUMP = """
            with ours as (
                select c.oid, c.oid::regclass::text as name, c.relrowsecurity as secured, c.relacl
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|migration$)'
            ), lines (name, part, place, text) as (
                select name, 0, '', name || case when secured then ', by row' else '' end from ours
                union all
                select name, 1, lpad(a.attnum::text, 4), a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                    || case when a.attnotnull then ' not null' else '' end
                    || case when d.oid is null then '' when a.attgenerated = '' then ' default ' else ' generated as ' end
                    || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                from ours
                join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = ours.oid and d.adnum = a.attnum
                union all
                select name, 2, k.contype::text || k.conname, k.conname || ' ' || pg_get_constraintdef(k.oid)
                from ours
                join pg_constraint k on k.conrelid = ours.oid and k.contype <> 'n'
                union all
                select name, 3, i.indexrelid::regclass::text,
                    regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (.*) ON .* USING', '\\1 USING')
                from ours
                join pg_index i on i.indrelid = ours.oid
                where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
                union all
                select name, 4, p.polname, 'policy ' || p.polname || ' for '
                    || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                        when 'd' then 'delete' else 'all' end
                    || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                    || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
                from ours
                join pg_policy p on p.polrelid = ours.oid
                union all
                select name, 5, '', 'the application may '
                    || string_agg(lower(granted.privilege_type), ', ' order by granted.privilege_type)
                from ours
                cross join lateral aclexplode(relacl) granted
                where granted.grantee = 'oroshi_app'::regrole
                group by name
            )
            select string_agg(
                case when part = 0 then E'\\n' else '    ' end || regexp_replace(text, '\\s+', ' ', 'g') || E'\\n', ''
                order by name collate "C", part, place collate "C")
            from lines
            """;

    @Test
    @DisplayName("the schema is the one that docs/schema.txt shows")
    void isTheOneThatIsShown() throws IOException {
        var found = Objects.requireNonNull(JdbcClient.create(TestDatabase.migratedAsOwner())
                                .sql(DUMP)
                                .query(String.class)
                                .single())
                        .strip()
                + "\n";
        Files.writeString(FOUND, found, UTF_8);
        assertThat(found)
                .as("The schema has changed. If that was meant: make schema")
                .isEqualTo(Files.readString(KEPT, UTF_8));
    }
}
