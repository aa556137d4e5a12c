package oroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import oroshi.OroshiTest;

@OroshiTest
class ApplicationDatabaseTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void worksUnderTheRoleWithoutDdl() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("oroshi_app");
        assertThatThrownBy(() -> jdbc.sql("create table public.mine (id uuid)").update())
                .hasStackTraceContaining("permission denied for schema public");
    }

    @Test
    void readsEveryModulesTablesWithoutAGrantOfTheirOwn() {
        assertThat(jdbc.sql("select count(*) from activity.record")
                        .query(Long.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void waitsForNeitherLocksNorStatementsForEver() {
        assertThat(jdbc.sql("show lock_timeout").query(String.class).single()).isEqualTo("10s");
        assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("1min");
    }
}
