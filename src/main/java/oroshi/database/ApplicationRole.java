package oroshi.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The role without DDL that the application works under. It must be there before the migration grants to it. */
final class ApplicationRole {
    private static final String NAME = DatabaseAccess.APPLICATION_ROLE;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private ApplicationRole() {}

    /** Makes the role when it is missing, or tells the administrator how to, and makes sure it can be put on. */
    static void prepare(DatabaseAccess access) {
        var owner = access.owner();
        try (var connection = DriverManager.getConnection(access.url(), owner.name(), owner.password())) {
            if (!exists(connection)) {
                create(connection, access);
            }
            refuseTooMuchPower(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        return answer(connection, "select exists (select from pg_roles where rolname = '" + NAME + "')");
    }

    private static void create(Connection connection, DatabaseAccess access) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " nologin");
            if (access.changesRole()) {
                statement.execute(
                        "grant " + NAME + " to " + quoted(access.application().name()));
            }
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw missing(access, e);
            }
            throw e;
        }
    }

    private static void refuseTooMuchPower(Connection connection) throws SQLException {
        if (answer(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = '" + NAME + "'")) {
            throw new DatabaseUnavailable(
                    "The role " + NAME + " is not bound by row-level security, so partners would not be kept apart.",
                    "As an administrator run: alter role " + NAME + " nosuperuser nobypassrls;");
        }
    }

    private static boolean answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static DatabaseUnavailable missing(DatabaseAccess access, SQLException e) {
        return new DatabaseUnavailable(
                "The role " + NAME + " does not exist and " + access.owner().name() + " may not create it.",
                "As an administrator run: create role " + NAME + " nologin; grant " + NAME + " to "
                        + quoted(access.application().name()) + ";",
                e);
    }

    private static DatabaseUnavailable unreachable(SQLException e) {
        return new DatabaseUnavailable(
                "The database cannot be entered as its owner: " + e.getMessage(),
                "Check oroshi.database.url, username and password, and that the server runs.",
                e);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
