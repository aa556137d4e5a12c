package oroshi.exchanges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of exchanges: what happens before, and last the one that the file is about.
 *
 * @param by the partner for whom the caller works, a name of {@link Stage}
 * @param given what else is so before the first exchange, names of {@link Givens}
 */
record Story(Path file, String about, String by, List<String> given, List<Exchange> exchanges) {
    static final Path FOLDER = Path.of("src/test/resources/oroshi/exchanges");
    private static final String BY = "# by: ";
    private static final String GIVEN = "# given: ";

    static List<Story> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(Story::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Story read(Path file) {
        try {
            var parts = ("\n" + Files.readString(file)).split("\n### ");
            var by = "cedarRidge";
            var given = new ArrayList<String>();
            var about = new StringBuilder();
            for (var line : parts[0].strip().lines().toList()) {
                if (line.startsWith(BY)) {
                    by = line.substring(BY.length()).strip();
                } else if (line.startsWith(GIVEN)) {
                    given.add(line.substring(GIVEN.length()).strip());
                } else {
                    about.append(line).append('\n');
                }
            }
            var exchanges = new ArrayList<Exchange>();
            for (var part = 1; part < parts.length; part++) {
                var words = parts[part].split("\n", 2);
                exchanges.add(Exchange.parse(words[0].strip(), words[1]));
            }
            return new Story(file, about.toString(), by, given, exchanges);
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(file + " is no story", unreadable);
        }
    }

    String family() {
        return FOLDER.relativize(file).getName(0).toString();
    }

    String operation() {
        return FOLDER.relativize(file).getName(1).toString();
    }

    String name() {
        return FOLDER.relativize(file).toString().replace(".http", "");
    }

    Exchange last() {
        return exchanges.getLast();
    }

    /** Writes the answers that were found. */
    void rewrite(List<Exchange> found) {
        var text = new StringBuilder(about);
        text.append(BY).append(by).append('\n');
        given.forEach(each -> text.append(GIVEN).append(each).append('\n'));
        found.forEach(each -> text.append('\n').append(each.print()));
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
