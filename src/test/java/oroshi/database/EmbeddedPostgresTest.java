package oroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(5)
class EmbeddedPostgresTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void keepsItsRowsOverARestart() throws SQLException {
        var home = ServerHome.empty("restart");
        try (var server = EmbeddedPostgres.start(home)) {
            write(server.access(), "kept");
        }
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(read(server.access())).isEqualTo("kept");
        }
    }

    @Test
    void speaksUtf8AndListensOnThisMachineOnly() throws SQLException {
        try (var server = EmbeddedPostgres.start(ServerHome.empty("settings"));
                var connection = server.connect()) {
            assertThat(answer(connection, "show server_encoding")).isEqualTo("UTF8");
            assertThat(answer(connection, "select datcollate from pg_database where datname = 'template1'"))
                    .isEqualTo("C.UTF-8");
            assertThat(answer(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(connection, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(answer(connection, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void asksForAPasswordThatOnlyItsOwnerCanRead() throws IOException {
        var home = ServerHome.empty("secrets");
        try (var server = EmbeddedPostgres.start(home)) {
            var access = server.access();
            assertThatThrownBy(() -> DriverManager.getConnection(access.url(), "oroshi_app", "guess"))
                    .hasMessageContaining("password authentication failed");
        }
        try (var secrets = Files.list(home.resolve("secrets"))) {
            assertThat(secrets).hasSize(3).allSatisfy(secret -> assertThat(Files.getPosixFilePermissions(secret))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        assertThat(Files.readString(home.resolve("postgres.log")))
                .doesNotContain(Files.readString(home.resolve("secrets/owner")));
    }

    @Test
    void refusesASecondInstanceInTheSameProcess() {
        var home = ServerHome.empty("second");
        try (var first = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("in use by another Oroshi")
                    .hasMessageContaining("oroshi.database.home");
            assertThat(first.access().url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void refusesASecondInstanceInAnotherProcess() {
        var home = ServerHome.empty("second-process");
        try (var first = EmbeddedPostgres.start(home);
                var other = ServerInOtherJvm.startOn(home)) {
            assertThat(other.outcome()).startsWith("REFUSED The database folder " + home + " is in use");
            assertThat(first.access().url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void losesNothingWhenTheApplicationIsKilled() throws Exception {
        var home = ServerHome.empty("killed-application");
        try (var other = ServerInOtherJvm.startOn(home)) {
            assertThat(other.outcome()).isEqualTo("READY");
            write(accessOfRunning(home), "acknowledged");
            var postgres = running(home);
            other.kill();
            await().atMost(SOON).until(() -> !postgres.isAlive());
        }
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(read(server.access())).isEqualTo("acknowledged");
        }
    }

    @Test
    void startsAgainAtOnceAfterTheApplicationWasKilled() throws Exception {
        var home = ServerHome.empty("killed-and-restarted");
        for (var round = 0; round < 3; round++) {
            try (var other = ServerInOtherJvm.startOn(home)) {
                assertThat(other.outcome()).isEqualTo("READY");
                write(accessOfRunning(home), "round " + round);
            }
        }
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(read(server.access())).isEqualTo("round 2");
        }
    }

    @Test
    void bringsTheServerBackOnTheSameAddressWhenItIsKilled() throws Exception {
        var home = ServerHome.empty("killed-server");
        try (var server = EmbeddedPostgres.start(home)) {
            var access = server.access();
            write(access, "acknowledged");
            var killed = running(home);
            killed.destroyForcibly();
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(read(access))
                    .isEqualTo("acknowledged"));
            assertThat(running(home).pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void stopsAnOrphanThatStillHoldsTheFolder() throws Exception {
        var home = ServerHome.empty("orphan");
        try (var server = EmbeddedPostgres.start(home)) {
            write(server.access(), "kept");
        }
        var orphan = startOrphan(home);
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(read(server.access())).isEqualTo("kept");
        }
    }

    @Test
    void ignoresAProcessNumberThatSomebodyElseHasNow() throws Exception {
        var home = ServerHome.empty("foreign");
        EmbeddedPostgres.start(home).close();
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            var file = DataDirectory.in(home).resolve("postmaster.pid");
            Files.writeString(file, foreign.pid() + "\n" + DataDirectory.in(home) + "\n");
            EmbeddedPostgres.start(home).close();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void startsOverWhenTheFirstStartBrokeOff() throws IOException {
        var home = ServerHome.empty("broken-off");
        OpenFiles.createOwnFolder(home.resolve("data-new"));
        Files.writeString(home.resolve("data-new/PG_VERSION"), "18");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(server.access().changesRole()).isFalse();
        }
    }

    @Test
    void saysWhereTheLogIsWhenTheServerDoesNotStart() throws IOException {
        var home = ServerHome.empty("broken");
        EmbeddedPostgres.start(home).close();
        Files.writeString(DataDirectory.in(home).resolve("postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(home.resolve("postgres.log").toString())
                .hasMessageContaining("no_such_setting");
        HomeLock.take(home).close(); // another try may have the folder
    }

    /** A server that nobody watches: what is left of an application that was killed where the kernel tells nobody. */
    private static ProcessHandle startOrphan(Path home) throws IOException {
        var data = DataDirectory.in(home);
        var program = PostgresBinaries.unpackInto(home.resolve("programs")).program("postgres");
        var orphan = ServerUser.of(data)
                .command(
                        program.toString(), "-D", data.toString(), "-c", "unix_socket_directories=", "-c", "port=31999")
                .in(home)
                .start(home.resolve("orphan.log"));
        await().atMost(SOON).until(() -> new PostmasterFile(data).isReady(orphan.pid()));
        return orphan.toHandle();
    }

    private static ProcessHandle running(Path home) throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster(home).getFirst().strip()))
                .orElseThrow();
    }

    private static DatabaseAccess accessOfRunning(Path home) throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + postmaster(home).get(3).strip() + "/oroshi";
        var owner = new Account("oroshi_owner", Files.readString(home.resolve("secrets/owner")));
        return new DatabaseAccess(url, owner, owner);
    }

    private static List<String> postmaster(Path home) throws IOException {
        return Files.readAllLines(DataDirectory.in(home).resolve("postmaster.pid"));
    }

    private static void write(DatabaseAccess access, String text) throws SQLException {
        try (var connection = enter(access);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("delete from note");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    private static String read(DatabaseAccess access) throws SQLException {
        try (var connection = enter(access)) {
            return answer(connection, "select text from note");
        }
    }

    private static Connection enter(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().name(), access.owner().password());
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
