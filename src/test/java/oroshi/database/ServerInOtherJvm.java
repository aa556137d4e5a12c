package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An application in a process of its own that does nothing but keep a server, so that a test can kill it. */
final class ServerInOtherJvm implements AutoCloseable {
    private final Process process;

    private ServerInOtherJvm(Process process) {
        this.process = process;
    }

    /** Runs in the other process: starts the server, says so and waits to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedPostgres.start(Path.of(arguments[0])).access();
            System.out.println("READY");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        } catch (DatabaseUnavailable e) {
            System.out.println("REFUSED " + e.getMessage());
            System.exit(1);
        }
    }

    static ServerInOtherJvm startOn(Path home) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ServerInOtherJvm.class.getName(),
                home.toString());
        try {
            return new ServerInOtherJvm(
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said about its server: READY, or REFUSED and why. */
    String outcome() {
        return process.inputReader()
                .lines()
                .filter(line -> line.startsWith("READY") || line.startsWith("REFUSED"))
                .findFirst()
                .orElse("ended without a word");
    }

    /** SIGKILL, after which it can clean up nothing. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
