package oroshi.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the folder in which the embedded database lives. */
final class EmbeddedHome {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedHome.class);
    private static final Path FOR_ROOT = Path.of("/var/lib/oroshi");

    private EmbeddedHome() {}

    /**
     * The folder that was asked for, else {@code .oroshi} in the user's home. Root's home is closed to the account that
     * PostgreSQL runs under, so root's database lives where services keep theirs.
     */
    static Path choose(Optional<Path> asked) {
        if (asked.isPresent()) {
            return reachable(asked.get().toAbsolutePath().normalize());
        }
        var usual = usual();
        if (isReachable(usual)) {
            return usual;
        }
        log.info("PostgreSQL's account cannot enter {}, so the database is in {}", usual, FOR_ROOT);
        return reachable(FOR_ROOT);
    }

    /** The folder that an ordinary user gets without asking. */
    static Path usual() {
        return Path.of(System.getProperty("user.home"), ".oroshi");
    }

    /** Whether PostgreSQL's account comes as far as the folder, or as the nearest one above it that there is. */
    static boolean isReachable(Path home) {
        var nearest = home;
        while (!Files.isDirectory(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return ServerUser.of(DataDirectory.in(home)).reaches(nearest);
    }

    private static Path reachable(Path home) {
        if (!isReachable(home)) {
            throw new DatabaseUnavailable(
                    "As root, Oroshi starts PostgreSQL under another account, which cannot enter " + home + ".",
                    "Choose a folder that others may enter with oroshi.database.home, or start as an ordinary user.");
        }
        return home;
    }
}
