package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server. One thread starts it, stays with it, and starts it again when it dies although nobody asked it
 * to; the thread lives as long as the server because the kernel ties the server's life to it.
 */
final class PostgresProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PAUSE_BEFORE_ANOTHER_TRY = Duration.ofMillis(200);
    private static final int TRIES_TO_START = 15;
    private static final int TRIES_FOR_A_PORT = 1000;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int LINES_TO_SHOW = 20;
    private static final long LARGE_LOG = 10_000_000;

    private final DataDirectory data;
    private final int port;
    private final Path logFile;
    private final Command command;
    private final Thread keeper;
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();
    private volatile @Nullable Process process;
    private volatile boolean stopping;

    private PostgresProcess(DataDirectory data) {
        this.data = data;
        this.port = freePort();
        this.logFile = data.home().resolve("postgres.log");
        this.command = data.user().server(commandLine()).in(data.home());
        this.keeper = Thread.ofPlatform().name("embedded-postgres").daemon().unstarted(this::keep);
    }

    private List<String> commandLine() {
        var words = new ArrayList<String>();
        words.add(data.binaries().program("postgres").toString());
        words.addAll(List.of("-D", data.path().toString()));
        settings().forEach(setting -> words.addAll(List.of("-c", setting)));
        return words;
    }

    /**
     * Reached by this machine alone; everything else as PostgreSQL has it, which is safe first. Tables that begin to fill
     * are analyzed within seconds: plans made for empty ones cost a new installation three quarters of its throughput.
     */
    private List<String> settings() {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] ",
                "log_error_verbosity=terse", // the details of an error repeat the row
                "lc_messages=C",
                "autovacuum_naptime=5s",
                "jit=off");
    }

    /** Starts the server and returns when it accepts connections. */
    static PostgresProcess start(DataDirectory data) throws IOException {
        var server = new PostgresProcess(data);
        server.setAsideLargeLog();
        server.keeper.start();
        try {
            server.ready.join();
            return server;
        } catch (CompletionException e) {
            server.close();
            throw e.getCause() instanceof DatabaseUnavailable unavailable ? unavailable : e;
        }
    }

    int port() {
        return port;
    }

    /**
     * Below the numbers that outgoing connections get, so that none of them takes the port while the server that it
     * belongs to starts again.
     */
    private static int freePort() {
        return new SecureRandom()
                .ints(TRIES_FOR_A_PORT, LOWEST_PORT, HIGHEST_PORT)
                .filter(PostgresProcess::isFree)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable(
                        "There is no free port for PostgreSQL from " + LOWEST_PORT + " to " + HIGHEST_PORT + ".",
                        "Stop what holds them, or name a database in oroshi.database.url."));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void setAsideLargeLog() throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LARGE_LOG) {
            Files.move(logFile, logFile.resolveSibling("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void keep() {
        try {
            keepRunning();
            if (!ready.completeExceptionally(broken()) && !stopping) {
                log.error("PostgreSQL does not come up again; its log is {}", logFile);
            }
        } catch (RuntimeException e) {
            log.error("PostgreSQL could not be kept running; its log is {}", logFile, e);
            ready.completeExceptionally(e);
        }
    }

    /**
     * A server that was killed leaves sessions behind which hold its memory for a moment, so one that does not come up
     * is tried again before it counts as broken.
     */
    private void keepRunning() {
        var failures = 0;
        while (!stopping && failures < TRIES_TO_START) {
            var wasReady = runOnce();
            failures = wasReady ? 0 : failures + 1;
            if (wasReady && !stopping) {
                log.warn("PostgreSQL has ended unasked and is started again; its log is {}", logFile);
            }
            if (!stopping) {
                pause(PAUSE_BEFORE_ANOTHER_TRY);
            }
        }
    }

    /** Runs the server until it ends; whether it was ready meanwhile. */
    private boolean runOnce() {
        var server = command.start(logFile);
        process = server;
        if (stopping) {
            interrupt(server);
        }
        var becameReady = awaitReady(server);
        if (becameReady) {
            ready.complete(port);
        }
        awaitEnd(server);
        return becameReady;
    }

    private boolean awaitReady(Process server) {
        var file = new PostmasterFile(data.path());
        try {
            while (server.isAlive()) {
                if (file.isReady(server.pid())) {
                    return true;
                }
                pause(POLL);
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseUnavailable broken() {
        return new DatabaseUnavailable(
                "PostgreSQL does not start on " + data.path() + ".",
                "The end of its log " + logFile + " says why:\n" + endOfLog());
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(logFile);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        stopping = true;
        withServer(PostgresProcess::interrupt);
        try {
            if (!keeper.join(PATIENCE)) {
                log.warn("PostgreSQL does not stop within {} s and is ended hard", PATIENCE.toSeconds());
                withServer(Process::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void withServer(Consumer<Process> action) {
        var server = process;
        if (server != null) {
            action.accept(server);
        }
    }

    private static void interrupt(Process server) {
        if (server.isAlive()) {
            Signals.interrupt(server.pid());
        }
    }

    private static void awaitEnd(Process server) {
        while (server.isAlive()) {
            try {
                server.waitFor();
            } catch (InterruptedException e) {
                log.debug("The keeper of PostgreSQL stays as long as PostgreSQL does", e);
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            log.debug("The keeper of PostgreSQL stays as long as PostgreSQL does", e);
        }
    }
}
