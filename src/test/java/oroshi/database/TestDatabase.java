package oroshi.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import oroshi.basics.Ids;

/**
 * A real, empty PostgreSQL for tests: one server for the test run, a new database for each run, gone with the next one.
 * Plain SQL tests take a migrated database from {@link #migrated()}; {@code @OroshiTest} has the application use one.
 */
public final class TestDatabase {
    private static final String PREFIX = "test_";
    private static final int RUNS_AT_ONCE = 8;

    private TestDatabase() {}

    /** Gives the application under test a new database on the shared server instead of one of its own. */
    public static final class ForApplication implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(DatabaseServer.class, () -> new Shared(create()));
        }
    }

    /** A database with all migrations and no rows, entered as the application. */
    public static DataSource migrated() {
        var access = Migrated.ACCESS;
        var login = access.application();
        return new DriverManagerDataSource(access.url(), login.name(), String.valueOf(login.password()));
    }

    /** The same database, entered as its owner, whom row-level security does not bind. */
    public static DataSource migratedAsOwner() {
        var access = Migrated.ACCESS;
        var login = access.owner();
        return new DriverManagerDataSource(access.url(), login.name(), String.valueOf(login.password()));
    }

    /** A new database without any table. */
    static DatabaseAccess create() {
        return Server.INSTANCE.open(newName());
    }

    /** The server that all tests of this run share. */
    static EmbeddedPostgres server() {
        return Server.INSTANCE;
    }

    /** A folder in which there has been no database yet, for an application in a process of its own. */
    public static Path emptyHome(String name) {
        return ServerHome.empty(name);
    }

    /** A folder for a server: below the build's, unless it is closed to the account that root's PostgreSQL has. */
    static Path folder(String name) {
        var project = Path.of("").toAbsolutePath();
        var usual = project.resolve("target", "test-database", name);
        return EmbeddedHome.isReachable(usual)
                ? usual
                : Path.of("/var/lib/oroshi/test-" + Integer.toHexString(project.hashCode()), name);
    }

    private static String newName() {
        return PREFIX + Ids.next().toString().replace("-", "");
    }

    private record Shared(DatabaseAccess access) implements DatabaseServer {
        @Override
        public void close() {
            // Other tests go on using the server.
        }
    }

    private static final class Migrated {
        static final DatabaseAccess ACCESS = Migration.run(create()).access();
    }

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = startInFreeHome();
                SpringApplication.getShutdownHandlers().add(server::close);
                promiseNothing(server);
                dropEarlierDatabases(server);
                return server;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** No test asks what this server remembers after it was killed, so no commit waits for the disk. */
        private static void promiseNothing(EmbeddedPostgres server) throws SQLException {
            try (var connection = server.connect();
                    var statement = connection.createStatement()) {
                statement.execute("alter system set synchronous_commit = off");
                statement.execute("select pg_reload_conf()");
            }
        }

        /** A second test run at the same time finds the first home locked and takes the next. */
        private static EmbeddedPostgres startInFreeHome() {
            var refusals = new ArrayList<DatabaseUnavailable>();
            for (var home : homes()) {
                try {
                    return EmbeddedPostgres.start(home);
                } catch (DatabaseUnavailable e) {
                    refusals.add(e);
                }
            }
            throw refusals.getFirst();
        }

        private static List<Path> homes() {
            return IntStream.range(0, RUNS_AT_ONCE)
                    .mapToObj(number -> folder("home-" + number))
                    .toList();
        }

        private static void dropEarlierDatabases(EmbeddedPostgres server) throws SQLException {
            try (var connection = server.connect();
                    var statement = connection.createStatement()) {
                for (var name : earlierDatabases(statement)) {
                    statement.execute("drop database " + name + " with (force)");
                }
            }
        }

        private static List<String> earlierDatabases(Statement statement) throws SQLException {
            var names = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery("select datname from pg_database where datname like '" + PREFIX + "%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
