package oroshi.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import oroshi.Oroshi;

/** A whole Oroshi in a process of its own, on a home folder that outlives it. */
final class RunningOroshi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path home;
    private final int port;

    private RunningOroshi(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Starts it and waits until it answers and its demonstration is there. */
    static RunningOroshi on(Path home) {
        var port = freePort();
        var log = home.resolve("oroshi.log").toFile();
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Oroshi.class.getName(),
                "--server.port=" + port,
                "--oroshi.https.enabled=false",
                "--oroshi.database.home=" + home);
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log))
                    .start();
            var running = new RunningOroshi(process, home, port);
            running.awaitReady(log.toPath());
            return running;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return port;
    }

    /** SIGKILL, after which it can clean up nothing. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGKILL to the database, then to the application that has lost it. */
    void killWithDatabase() {
        ProcessHandle.of(Long.parseLong(postmasterLine(1))).ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
        kill();
    }

    /** A connection as the owner of the tables, whom row-level security does not bind. */
    Connection database() throws SQLException, IOException {
        var secret = Files.readString(home.resolve("secrets/owner")).strip();
        var url = "jdbc:postgresql://127.0.0.1:" + postmasterLine(4) + "/oroshi";
        return DriverManager.getConnection(url, "oroshi_owner", secret);
    }

    private String postmasterLine(int number) {
        try {
            return Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .get(number - 1)
                    .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void awaitReady(Path log) throws IOException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until) && process.isAlive()) {
            if (answers() && Files.readString(log).contains("Oroshi is ready at")) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("Oroshi did not start:\n" + Files.readString(log));
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
