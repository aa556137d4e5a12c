package oroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in which a running server leaves its process number and how far it has come. */
record PostmasterFile(Path data) {
    private static final Logger log = LoggerFactory.getLogger(PostmasterFile.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PROCESS_LINE = 0;
    private static final int STATUS_LINE = 7;

    /** Whether the server of this process number accepts connections. */
    boolean isReady(long process) throws IOException {
        var lines = lines();
        return lines.size() > STATUS_LINE
                && lines.get(PROCESS_LINE).strip().equals(Long.toString(process))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /**
     * Makes room for a new server: stops one that outlived its application, and forgets a number that another program
     * has been given meanwhile. Only for the holder of the home's lock.
     */
    void clear() throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        if (servesOurData(process.get())) {
            log.info(
                    "Stopping PostgreSQL {}, which an earlier Oroshi left on {}",
                    process.get().pid(),
                    data);
            stop(process.get());
            return;
        }
        Files.deleteIfExists(file());
    }

    private Optional<ProcessHandle> process() throws IOException {
        return lines().stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    private boolean servesOurData(ProcessHandle process) {
        return List.of(process.info().arguments().orElseGet(() -> new String[0]))
                .contains(data.toString());
    }

    private void stop(ProcessHandle orphan) {
        Signals.interrupt(orphan.pid());
        try {
            orphan.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL " + orphan.pid() + " still holds " + data + " and does not stop.",
                    "End that process and start Oroshi again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL stopped", e);
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
