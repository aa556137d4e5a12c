package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that Oroshi brings along: the same engine as in production on a folder that lasts, started and stopped
 * with the application, open to this machine only.
 */
final class EmbeddedPostgres implements DatabaseServer {
    static final String DATABASE = "oroshi";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "oroshi_owner";

    private final HomeLock lock;
    private final PostgresProcess process;
    private final Account superuser;
    private final Account owner;
    private final Account application;

    private EmbeddedPostgres(HomeLock lock, Path home) throws IOException {
        this.lock = lock;
        var secrets = home.resolve("secrets");
        OpenFiles.createOwnFolder(secrets);
        var superuserSecret = new Secret(secrets.resolve("superuser"));
        this.superuser = new Account(DataDirectory.SUPERUSER, superuserSecret.value());
        this.owner = new Account(OWNER, new Secret(secrets.resolve("owner")).value());
        this.application =
                new Account(DatabaseAccess.APPLICATION_ROLE, new Secret(secrets.resolve("application")).value());
        this.process = PostgresProcess.start(dataIn(home, superuserSecret));
    }

    /** Starts the server on the home folder, making the database on the first start. */
    static EmbeddedPostgres start(Path home) {
        var lock = HomeLock.take(home);
        try {
            var server = new EmbeddedPostgres(lock, home);
            log.info("PostgreSQL runs in {} on port {}", home, server.process.port());
            return server;
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("PostgreSQL could not be started in " + home, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static DataDirectory dataIn(Path home, Secret superuser) throws IOException {
        var programs = home.resolve("programs");
        OpenFiles.createFolder(programs);
        var user = ServerUser.of(DataDirectory.in(home));
        var data = new DataDirectory(home, PostgresBinaries.unpackInto(programs), user, superuser);
        data.prepare();
        new PostmasterFile(data.path()).clear();
        return data;
    }

    @Override
    public DatabaseAccess access() {
        return open(DATABASE);
    }

    /** How to enter the database of this name, which is made when it is missing. */
    DatabaseAccess open(String database) {
        try (var connection = connect()) {
            prepareLogin(connection, owner);
            prepareLogin(connection, application);
            createDatabase(connection, database);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL could not be prepared", e);
        }
        return new DatabaseAccess(url(database), owner, application);
    }

    /** A connection with every right, for what only an administrator may do. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), superuser.name(), superuser.password());
    }

    private String url(String database) {
        return "jdbc:postgresql://" + address(database);
    }

    /** Host, port and name of a database, as every kind of address has them. */
    String address(String database) {
        return "127.0.0.1:" + process.port() + "/" + database;
    }

    /**
     * The secret is hexadecimal, and a statement that fails stays out of the server's log. What is long and random
     * gains nothing from being hashed thousands of times, which would cost every new connection.
     */
    private static void prepareLogin(Connection connection, Account account) throws SQLException {
        if (exists(connection, "select from pg_roles where rolname = ?", account.name())) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set log_min_error_statement = panic");
            statement.execute("set scram_iterations = 1");
            statement.execute("create role " + account.name() + " login password '" + account.password() + "'");
        }
    }

    private void createDatabase(Connection connection, String database) throws SQLException {
        if (exists(connection, "select from pg_database where datname = ?", database)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create database " + database + " owner " + owner.name());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() {
        process.close();
        lock.close();
        log.info("PostgreSQL has stopped");
    }
}
