package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a second instance out of a home folder; the operating system lets go when the holder dies. */
final class HomeLock implements AutoCloseable {
    /**
     * The homes that this process holds. Asked before the file is opened, because closing a second descriptor of a
     * locked file releases the lock of the first.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the home, or refuses when another instance has it. */
    static HomeLock take(Path home) {
        try {
            OpenFiles.createFolder(home);
            var key = home.toRealPath();
            if (!HELD.add(key)) {
                throw inUse(home);
            }
            return new HomeLock(key, lock(key));
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database folder " + home + " cannot be made or written: " + e.getMessage() + ".",
                    "Give it to the account that runs Oroshi, or choose another one with oroshi.database.home.",
                    e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
                HELD.remove(home);
            }
        }
        if (lock == null) {
            throw inUse(home);
        }
        return channel;
    }

    private static DatabaseUnavailable inUse(Path home) {
        return new DatabaseUnavailable(
                "The database folder " + home + " is in use by another Oroshi that is running.",
                "Stop that one, or give this one a folder of its own with oroshi.database.home"
                        + " or an external PostgreSQL with oroshi.database.url.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(home);
        }
    }
}
