package oroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The folder in which PostgreSQL keeps the database, made on the first start.
 *
 * @param home what the lock covers; the folder lies in it
 */
record DataDirectory(Path home, PostgresBinaries binaries, ServerUser user, Secret superuser) {
    static final String SUPERUSER = "postgres";

    Path path() {
        return in(home);
    }

    static Path in(Path home) {
        return home.resolve("data");
    }

    /** Makes the folder when it is missing; a first start that broke off has left only one of another name. */
    void prepare() throws IOException {
        if (!Files.isDirectory(path())) {
            initialize(home.resolve("data-new"));
        }
        if (!user.owns(path())) {
            throw new DatabaseUnavailable(
                    "The database folder " + path() + " belongs to "
                            + Files.getOwner(path()).getName() + ", under whom this Oroshi cannot run PostgreSQL.",
                    "Start Oroshi as that account or as root, or choose another folder with oroshi.database.home.");
        }
    }

    private void initialize(Path beside) throws IOException {
        FileSystemUtils.deleteRecursively(beside);
        OpenFiles.createOwnFolder(beside);
        user.own(beside);
        var password = Files.createTempFile(beside.getParent(), "new-", ".secret");
        try {
            Files.writeString(password, superuser.value());
            user.own(password);
            initdb(beside, password);
        } finally {
            Files.delete(password);
        }
        Files.move(beside, path());
    }

    private void initdb(Path folder, Path password) {
        var result = user.command(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + folder,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--no-instructions")
                .in(home)
                .run();
        if (!result.succeeded()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL could not make a database in " + folder + ": "
                            + result.output().strip(),
                    "Mend what it names, or choose another folder with oroshi.database.home.");
        }
    }
}
