package oroshi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import oroshi.database.TestDatabase;

/**
 * Kills the application and its database under load. A run of the suite kills a few times; {@code
 * -Doroshi.crash.kills=30 -Doroshi.crash.databaseKills=5} is the long version.
 */
@Order(3)
class CrashTest {
    private static final int KILLS = Integer.getInteger("oroshi.crash.kills", 3);
    private static final int DATABASE_KILLS = Integer.getInteger("oroshi.crash.databaseKills", 1);

    private final Path home = TestDatabase.emptyHome("crash");
    private final Load load = new Load();
    private final Random random = new Random();

    @Test
    void keepsEveryAcknowledgedCustomerWholeAndNoPartOfAnyOther() throws SQLException, IOException {
        for (var i = 0; i < KILLS; i++) {
            try (var server = RunningOroshi.on(home)) {
                load.until(server, () -> afterAWhile(server::kill));
            }
        }
        for (var i = 0; i < DATABASE_KILLS; i++) {
            try (var server = RunningOroshi.on(home)) {
                load.until(server, () -> afterAWhile(server::killWithDatabase));
            }
        }
        assertThat(load.refused()).isEmpty();
        assertThat(load.acknowledged()).isNotEmpty();
        try (var server = RunningOroshi.on(home);
                var database = server.database()) {
            var remains = new Remains(database).read();
            var tenants = remains.get("tenant");
            assertThat(tenants).containsAll(load.acknowledged());
            assertThat(remains)
                    .allSatisfy((part, ids) -> assertThat(ids).as(part).isEqualTo(tenants));
        }
    }

    /** At a random moment under load, which one can't name. */
    private void afterAWhile(Runnable kill) {
        try {
            Thread.sleep(500 + random.nextInt(2_500));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill.run();
    }
}
