package oroshi.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the database to the shape that this version needs; done by the owner before the application enters. */
final class Migration {
    private static final String HISTORY_SCHEMA = "migration";

    private final DatabaseAccess access;

    private Migration(DatabaseAccess access) {
        this.access = access;
    }

    /** Migrates the database behind the access. */
    static Migration run(DatabaseAccess access) {
        ApplicationRole.prepare(access);
        Flyway.configure()
                .dataSource(access.url(), access.owner().name(), access.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema(HISTORY_SCHEMA)
                .createSchemas(true)
                .table("history")
                .placeholders(Map.of("app", DatabaseAccess.APPLICATION_ROLE))
                .load()
                .migrate();
        return new Migration(access);
    }

    /** How to enter the database that is now ready. */
    DatabaseAccess access() {
        return access;
    }
}
