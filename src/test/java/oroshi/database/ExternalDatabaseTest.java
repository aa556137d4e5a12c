package oroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application on a server that somebody else administers: here an embedded one that stands in for it. */
class ExternalDatabaseTest {
    private static final String PASSWORD = "p@ss word";
    private static final String PASSWORD_IN_ADDRESS = "p%40ss%20word";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(ServerHome.empty("external"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aDatabaseOfAPlainOwner() throws SQLException {
        administrator(
                "drop database if exists given with (force)",
                "drop role if exists oroshi_app",
                "drop role if exists given_app",
                "drop role if exists given_owner",
                "create role given_owner login password '" + PASSWORD + "'",
                "create database given owner given_owner");
    }

    @Test
    void tellsTheAdministratorWhatAPlainOwnerMayNotDo() {
        with("oroshi.database.url=" + address()).run(context -> assertThat(
                        unavailable(context.getStartupFailure()).cure())
                .isEqualTo("As an administrator of the database run once:"
                        + " create role oroshi_app nologin; grant oroshi_app to \"given_owner\";"));
    }

    @Test
    void entersAsThePlainOwnerAndTakesOnTheRoleWithoutDdl() throws SQLException {
        administrator("create role oroshi_app nologin", "grant oroshi_app to given_owner");
        with("oroshi.database.url=" + address()).run(running(jdbc -> {
            assertThat(ask(jdbc, "select current_user")).isEqualTo("oroshi_app");
            assertThat(ask(jdbc, "select session_user")).isEqualTo("given_owner");
            assertThat(ask(jdbc, "select count(*) from clock.partner_clock")).isEqualTo("0");
            assertThat(ask(jdbc, "select has_database_privilege(current_database(), 'create')"))
                    .isEqualTo("f");
        }));
    }

    @Test
    void preparesTheRoleItselfWhereTheOwnerMay() throws SQLException {
        administrator("alter role given_owner createrole");
        with("oroshi.database.url=" + address()).run(running(jdbc -> assertThat(ask(jdbc, "select current_user"))
                .isEqualTo("oroshi_app")));
    }

    @Test
    void takesAJdbcAddressWithTheCredentialsBesideIt() throws SQLException {
        administrator("alter role given_owner createrole");
        with(
                        "oroshi.database.url=jdbc:postgresql://" + hostAndDatabase() + "?sslmode=disable",
                        "oroshi.database.username=given_owner",
                        "oroshi.database.password=" + PASSWORD)
                .run(running(
                        jdbc -> assertThat(ask(jdbc, "select session_user")).isEqualTo("given_owner")));
    }

    @Test
    void entersWithALoginOfItsOwnWhereOneIsGiven() throws SQLException {
        administrator(
                "create role oroshi_app nologin",
                "create role given_app login password 'secret'",
                "grant oroshi_app to given_app");
        with(
                        "oroshi.database.url=" + address(),
                        "oroshi.database.app-username=given_app",
                        "oroshi.database.app-password=secret")
                .run(running(jdbc -> {
                    assertThat(ask(jdbc, "select session_user")).isEqualTo("given_app");
                    assertThat(ask(jdbc, "select current_user")).isEqualTo("oroshi_app");
                }));
    }

    @Test
    void refusesARoleThatRowLevelSecurityDoesNotBind() throws SQLException {
        administrator("create role oroshi_app nologin bypassrls", "grant oroshi_app to given_owner");
        with("oroshi.database.url=" + address()).run(context -> assertThat(unavailable(context.getStartupFailure()))
                .hasMessageContaining("alter role oroshi_app nosuperuser nobypassrls;"));
    }

    @Test
    void namesTheSettingWhenThePasswordIsWrong() {
        with("oroshi.database.url=postgresql://given_owner:wrong@" + hostAndDatabase())
                .run(context -> assertThat(unavailable(context.getStartupFailure()))
                        .hasMessageContaining("password authentication failed")
                        .hasMessageContaining("oroshi.database.url")
                        .hasMessageNotContaining("wrong"));
    }

    @Test
    void explainsAnAddressThatIsNone() {
        with("oroshi.database.url=mysql://somewhere")
                .run(context -> assertThat(unavailable(context.getStartupFailure()))
                        .hasMessageContaining("Write it as postgresql://user:password@host:5432/database"));
    }

    private static ApplicationContextRunner with(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(DatabaseConfiguration.class)
                .withPropertyValues(settings);
    }

    private static ContextConsumer<AssertableApplicationContext> running(Consumer<JdbcClient> work) {
        return context -> work.accept(JdbcClient.create(context.getBean(DataSource.class)));
    }

    private static String ask(JdbcClient jdbc, String query) {
        return String.valueOf(jdbc.sql(query).query(String.class).single());
    }

    private static DatabaseUnavailable unavailable(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnavailable unavailable) {
                return unavailable;
            }
        }
        throw new AssertionError("Started, or failed for another reason", failure);
    }

    private static String address() {
        return "postgresql://given_owner:" + PASSWORD_IN_ADDRESS + "@" + hostAndDatabase();
    }

    private static String hostAndDatabase() {
        return server.address("given");
    }

    private static void administrator(String... statements) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
