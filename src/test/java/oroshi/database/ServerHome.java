package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Empty folders for servers that a test starts, kills and throws away. They share one copy of the programs. */
final class ServerHome {
    private ServerHome() {}

    /** A folder in which there has been no database yet. */
    static Path empty(String name) {
        var home = TestDatabase.folder(name);
        var programs = home.resolveSibling("programs");
        try {
            FileSystemUtils.deleteRecursively(home);
            OpenFiles.createFolder(home);
            OpenFiles.createFolder(programs);
            Files.createSymbolicLink(home.resolve("programs"), programs);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
