package oroshi.database;

import java.nio.file.Path;

/** The folder in which an installation keeps what it made for itself: the embedded database, keys, certificates. */
public record InstallationHome(Path path) {
    static InstallationHome of(DatabaseSettings settings) {
        return new InstallationHome(
                settings.embedded()
                        ? EmbeddedHome.choose(settings.askedHome())
                        : settings.askedHome().orElseGet(EmbeddedHome::usual).toAbsolutePath());
    }
}
