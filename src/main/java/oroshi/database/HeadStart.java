package oroshi.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the database and migrates it while the application still reads its own classes: of two processors one has little
 * to do meanwhile, and the application waits for less.
 */
public final class HeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private final CompletableFuture<DatabaseServer> server = new CompletableFuture<>();
    private final CompletableFuture<Migration> migration = server.thenApply(ready -> Migration.run(ready.access()));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment()).bindOrCreate("oroshi.database", DatabaseSettings.class);
        context.getBeanFactory().registerSingleton("headStart", this);
        Thread.ofPlatform().name("head-start").daemon().start(() -> run(settings));
    }

    private void run(DatabaseSettings settings) {
        try {
            server.complete(settings.open());
        } catch (RuntimeException unusable) {
            server.completeExceptionally(unusable);
        }
    }

    /** Waits for the server; fails with what kept it from starting. */
    DatabaseServer server() {
        return result(server);
    }

    /** Waits for the migration; fails with what stood in its way. */
    Migration migration() {
        return result(migration);
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
