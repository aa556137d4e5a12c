package oroshi.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database Oroshi works on and how.
 *
 * @param url an external PostgreSQL instead of the embedded one: {@code postgresql://user:password@host:5432/database}
 *     or a JDBC address; by default there is none
 * @param username the owner of the database, who migrates it, when the address does not name it
 * @param password the owner's password, when the address does not hold it
 * @param appUsername the login of the application on an external database; by default it enters as the owner and then
 *     takes on the role {@code oroshi_app}
 * @param appPassword the password of that login
 * @param home the folder of the embedded database; by default {@code .oroshi} in the user's home
 * @param poolSize how many connections the application opens at most
 * @param lockTimeout how long a statement waits for another transaction before it fails
 * @param statementTimeout how long a statement runs before it is cancelled
 */
@ConfigurationProperties("oroshi.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String appUsername,
        @Nullable String appPassword,
        @Nullable Path home,
        @DefaultValue("10") int poolSize,
        @DefaultValue("10s") Duration lockTimeout,
        @DefaultValue("60s") Duration statementTimeout) {

    /** Whether Oroshi runs the database itself, on data that nobody else has put there. */
    public boolean embedded() {
        return url == null || url.isBlank();
    }

    Optional<Path> askedHome() {
        return Optional.ofNullable(home);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return embedded() ? "embedded database" : "external database";
    }
}
