package oroshi.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that no tenant may take, as the data file lists them. */
record ReservedWords(Set<String> words) {
    private static final ReservedWords PUBLISHED = read();

    ReservedWords {
        words = Set.copyOf(words);
    }

    static ReservedWords published() {
        return PUBLISHED;
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    private static ReservedWords read() {
        try (var stream =
                Objects.requireNonNull(ReservedWords.class.getResourceAsStream("/directory/reserved-words.txt"))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ReservedWords(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
