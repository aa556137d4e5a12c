package oroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import oroshi.basics.PartnerId;

/** Starts each transaction by telling the database whose rows it may see, and ends it with the writes that wait. */
final class PartnerTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient Writes writes;

    PartnerTransactionManager(DataSource dataSource, Writes writes) {
        super(dataSource);
        this.writes = writes;
        // A refusal inside a request that stores its own outcome is rolled back to a savepoint, not as a whole.
        setGlobalRollbackOnParticipationFailure(false);
        setNestedTransactionAllowed(true);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var partnerId = PartnerScope.current();
        if (partnerId.isPresent()) {
            bind(connection, partnerId.get());
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        writes.flush();
        super.doCommit(status);
    }

    private static void bind(Connection connection, PartnerId partnerId) throws SQLException {
        try (var statement = connection.createStatement()) {
            // A UUID prints as hexadecimal digits and dashes only, so it can't end the literal; "set" takes no
            // parameter.
            statement.execute("set local app.partner_id = '" + partnerId.value() + "'");
        }
    }
}
