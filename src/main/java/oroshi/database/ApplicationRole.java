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
                run(connection, access, "create role " + NAME + " nologin");
            }
            refuseTooMuchPower(connection);
            if (access.changesRole() && !mayPutOn(connection, access.application())) {
                run(connection, access, "grant " + NAME + " to " + quoted(access.application()));
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        return answer(connection, "select exists (select from pg_roles where rolname = '" + NAME + "')");
    }

    /** Since PostgreSQL 16 a member may be one without the right to take on the role. */
    private static boolean mayPutOn(Connection connection, Account login) throws SQLException {
        var right = connection.getMetaData().getDatabaseMajorVersion() < 16 ? "member" : "set";
        try (var statement = connection.prepareStatement(
                "select from pg_roles where rolname = ? and pg_has_role(oid, '" + NAME + "', ?)")) {
            statement.setString(1, login.name());
            statement.setString(2, right);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, DatabaseAccess access, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw notAllowed(access, sql, e);
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

    private static DatabaseUnavailable notAllowed(DatabaseAccess access, String refused, SQLException e) {
        var grant = access.changesRole() ? " grant " + NAME + " to " + quoted(access.application()) + ";" : "";
        var create = refused.startsWith("create") ? "create role " + NAME + " nologin;" : "";
        return new DatabaseUnavailable(
                "Oroshi works under the role " + NAME + ", which "
                        + access.owner().name() + " may not prepare on this server.",
                "As an administrator of the database run once: " + (create + grant).strip(),
                e);
    }

    private static DatabaseUnavailable unreachable(SQLException e) {
        return new DatabaseUnavailable(
                "The database cannot be entered as its owner: " + e.getMessage(),
                "Check oroshi.database.url, username and password, and that the server runs.",
                e);
    }

    private static String quoted(Account login) {
        return '"' + login.name().replace("\"", "\"\"") + '"';
    }
}
