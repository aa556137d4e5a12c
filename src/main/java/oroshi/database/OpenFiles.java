package oroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read what we write: PostgreSQL's account reads its programs, whatever mask the application runs with. */
final class OpenFiles {
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private OpenFiles() {}

    /** Creates what is missing of the folder's path, for everybody to enter. */
    static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolder(parent);
        }
        Files.createDirectory(folder);
        open(folder, true);
    }

    /** Creates a folder that only its owner enters, when it is missing. */
    static void createOwnFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        permit(folder, OWN);
    }

    static void open(Path path, boolean executable) throws IOException {
        permit(path, executable ? EXECUTABLE : READABLE);
    }

    private static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
