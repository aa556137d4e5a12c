package oroshi.database;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends the writes that wait before any other statement of their transaction, so that each sees what came before it. */
final class OrderedStatements extends JdbcTemplate {
    private final Writes writes;

    OrderedStatements(DataSource dataSource, Writes writes) {
        super(dataSource);
        this.writes = writes;
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        writes.flush();
        super.applyStatementSettings(statement);
    }
}
