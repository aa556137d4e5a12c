package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program of the operating system with its arguments, run without PostgreSQL's or our own environment settings. */
record Command(List<String> words, @Nullable Path folder) {
    static Command of(String... words) {
        return new Command(List.of(words), null);
    }

    Command in(Path workingFolder) {
        return new Command(words, workingFolder);
    }

    /** Runs it to its end. A program that does not exist counts as one that failed. */
    Result run() {
        try {
            var process = builder().redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(Result.NOT_FOUND, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words.getFirst(), e);
        }
    }

    /** Starts it and lets it write to the end of the log file. */
    Process start(Path log) {
        try {
            return builder()
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + words.getFirst(), e);
        }
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        return builder;
    }

    /** How a program ended and what it wrote. */
    record Result(int code, String output) {
        static final int NOT_FOUND = 127;

        boolean succeeded() {
            return code == 0;
        }
    }
}
