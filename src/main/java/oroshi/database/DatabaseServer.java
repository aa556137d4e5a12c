package oroshi.database;

/** The PostgreSQL server that this application uses; closing it stops what the application has started. */
interface DatabaseServer extends AutoCloseable {
    /** How to enter the application's database on it. */
    DatabaseAccess access();

    @Override
    void close();
}
