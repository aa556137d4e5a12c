package oroshi.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Map;

/** The connections that the application works with: as the role without DDL, with limits on waiting. */
final class ConnectionPool {
    private static final int IDLE_CONNECTIONS = 2;

    /** An address may say otherwise, for example {@code ?prepareThreshold=0}. */
    private static final Map<String, String> DRIVER_SETTINGS = Map.of(
            "ApplicationName", "oroshi",
            "prepareThreshold", "2",
            "reWriteBatchedInserts", "true",
            "logServerErrorDetail", "false", // the details of an error repeat the row
            "tcpKeepAlive", "true");

    private ConnectionPool() {}

    /** Opens the pool and its first connection, so that wrong credentials show at once. */
    static HikariDataSource open(DatabaseAccess access, DatabaseSettings settings) {
        try {
            return new HikariDataSource(configuration(access, settings));
        } catch (PoolInitializationException e) {
            throw new DatabaseUnavailable(
                    "The database cannot be entered as " + access.application() + ": " + reason(e),
                    "Check oroshi.database.app-username and app-password.",
                    e);
        }
    }

    private static HikariConfig configuration(DatabaseAccess access, DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("oroshi");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.application().name());
        pool.setPassword(access.application().password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(Math.min(IDLE_CONNECTIONS, settings.poolSize()));
        pool.setConnectionInitSql(greeting(access, settings));
        DRIVER_SETTINGS.forEach(pool::addDataSourceProperty);
        return pool;
    }

    private static String reason(PoolInitializationException e) {
        var cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    private static String greeting(DatabaseAccess access, DatabaseSettings settings) {
        var role = access.changesRole() ? "set role " + DatabaseAccess.APPLICATION_ROLE + ";" : "";
        return role + "set lock_timeout = " + settings.lockTimeout().toMillis() + ";set statement_timeout = "
                + settings.statementTimeout().toMillis();
    }
}
