package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The golden answers of the customers' operations, in which words stand for what differs from run to run. */
public final class GoldenAnswers {
    private static final Path KEPT = Path.of("src/test/resources/oroshi/customers");
    private static final Path FOUND = Path.of("target/golden/customers");
    private static final JsonMapper JSON = JsonMapper.shared();

    private GoldenAnswers() {}

    /** Compares the answer with the file; what was found stands below target, to be kept after a change that was meant. */
    public static void assertLike(String name, HttpResponse<String> answer, Map<String, String> words) {
        var found = masked(answer.body(), words);
        var file = KEPT.resolve(name + ".response.json");
        try {
            Files.createDirectories(FOUND);
            Files.writeString(FOUND.resolve(name + ".response.json"), found);
            assertThat(file).as("golden file").exists();
            assertThat(found).as(name).isEqualTo(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The body of a request, as the file has it. */
    public static String request(String name) {
        try {
            return Files.readString(KEPT.resolve(name + ".request.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String masked(String body, Map<String, String> words) {
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
        for (var word : words.entrySet()) {
            text = text.replace(word.getKey(), "(" + word.getValue() + ")");
        }
        return text.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "(id)")
                        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9]+((:|%3A)[0-9.]+)*Z?", "(time)")
                + "\n";
    }
}
