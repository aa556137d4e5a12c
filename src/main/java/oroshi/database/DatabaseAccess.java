package oroshi.database;

/**
 * Where the database is and who may enter it: the owner, who migrates, and the application, which has no DDL.
 *
 * @param url the JDBC address, without credentials
 */
record DatabaseAccess(String url, Account owner, Account application) {
    /** The role that holds the application's privileges in every Oroshi database. */
    static final String APPLICATION_ROLE = "oroshi_app";

    /** Whether the application logs in as somebody else and has to put its role on after connecting. */
    boolean changesRole() {
        return !application.name().equals(APPLICATION_ROLE);
    }
}
