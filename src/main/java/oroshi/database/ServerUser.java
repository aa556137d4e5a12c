package oroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account of the operating system that PostgreSQL runs under: our own, or an unprivileged one when we are root,
 * as which PostgreSQL refuses to run.
 *
 * @param lower the account to become; null when we may stay who we are
 */
record ServerUser(@Nullable String lower) {
    /** The account for a data folder: its present owner, else one that every system has. */
    static ServerUser of(Path data) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(null);
        }
        var name = ownerOf(data).or(ServerUser::anyUnprivileged).orElseThrow(ServerUser::nobodyThere);
        if (!isAvailable("setpriv")) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and the program setpriv to start it as " + name + " is missing.",
                    "Install util-linux, start Oroshi as an ordinary user, or name a database in oroshi.database.url.");
        }
        return new ServerUser(name);
    }

    private static Optional<String> ownerOf(Path data) {
        try {
            var owner = Files.isDirectory(data) ? Files.getOwner(data).getName() : "root";
            return Optional.of(owner).filter(name -> !name.equals("root"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> anyUnprivileged() {
        return Stream.of("postgres", "nobody").filter(ServerUser::exists).findFirst();
    }

    private static boolean exists(String name) {
        return Command.of("id", "-u", name).run().succeeded();
    }

    private static DatabaseUnavailable nobodyThere() {
        return new DatabaseUnavailable(
                "PostgreSQL does not run as root, and there is neither an account postgres nor nobody to start it as.",
                "Add one, start Oroshi as an ordinary user, or name a database in oroshi.database.url.");
    }

    /** Gives the path to this account. */
    void own(Path path) throws IOException {
        if (lower == null) {
            return;
        }
        var principals = path.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(path, principals.lookupPrincipalByName(lower));
    }

    /** Whether the path belongs to this account. */
    boolean owns(Path path) throws IOException {
        var name = lower == null ? System.getProperty("user.name") : lower;
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName().equals(name);
    }

    /** Whether this account comes as far as the folder. */
    boolean reaches(Path folder) {
        return lower == null || command("test", "-x", folder.toString()).run().succeeded();
    }

    /** A command that runs under this account. */
    Command command(String... words) {
        return Command.of(Stream.concat(lowered().stream(), Stream.of(words)).toArray(String[]::new));
    }

    /**
     * A command that runs under this account as a server of ours: in a session of its own, so that Ctrl-C reaches only
     * us and we close in our own order, and interrupted by the kernel when we die without a word.
     */
    Command server(List<String> words) {
        var all = new ArrayList<String>();
        if (isAvailable("setsid")) {
            all.add("setsid");
        }
        all.addAll(followingUs());
        all.addAll(words);
        return Command.of(all.toArray(String[]::new));
    }

    private List<String> followingUs() {
        if (lower == null
                && !Command.of("setpriv", "--pdeathsig=INT", "true").run().succeeded()) {
            return List.of();
        }
        var words = new ArrayList<>(lower == null ? List.of("setpriv", "--no-new-privs") : lowered());
        words.add("--pdeathsig=INT");
        return words;
    }

    private List<String> lowered() {
        if (lower == null) {
            return List.of();
        }
        var group = Command.of("id", "-g", lower).run().output().strip();
        return List.of("setpriv", "--reuid=" + lower, "--regid=" + group, "--clear-groups", "--no-new-privs");
    }

    private static boolean isAvailable(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
