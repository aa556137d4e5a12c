package oroshi.exchanges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.contract.Contract;
import oroshi.contract.Told;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every conversation below {@code oroshi/exchanges} and compares each answer with the one that stands there.
 *
 * <p>{@code -Doroshi.exchanges=customers/create} holds only those whose path contains the words, and
 * {@code -Doroshi.exchanges.record=true} writes the answers that were found into the files, to be read and kept.
 */
@OroshiTest
@Order(2)
class ExchangesTest {
    private static final List<String> HEADERS = List.of(
            "Content-Type", "Location", "ETag", "Retry-After", "WWW-Authenticate", "Allow", "MS-ContinuationToken");
    private static final boolean RECORDS = Boolean.getBoolean("oroshi.exchanges.record");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Stage stage;

    @Autowired
    private Givens givens;

    @LocalServerPort
    private int port;

    @TestFactory
    @DisplayName("what a client sends and what it gets")
    Stream<DynamicTest> conversations() {
        var wanted = System.getProperty("oroshi.exchanges", "");
        return Story.all().stream()
                .filter(story -> story.name().contains(wanted))
                .map(story -> dynamicTest(story.name(), story.file().toUri(), () -> hold(story)));
    }

    @Test
    @DisplayName("every operation has a conversation that succeeds, and one for each of its errors")
    void covers() throws IOException {
        var missing = Coverage.missing(Story.all());
        if (RECORDS) {
            Files.write(Coverage.NOT_YET, missing);
        }
        assertThat(missing).containsExactlyElementsOf(Files.readAllLines(Coverage.NOT_YET));
    }

    private void hold(Story story) throws Exception {
        try (var client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            hold(story, client);
        }
    }

    private void hold(Story story, HttpClient client) throws Exception {
        var scene = stage.scene(story, port);
        for (var given : story.given()) {
            givens.bringAbout(given, scene, port);
        }
        var found = new ArrayList<Exchange>();
        for (var exchange : story.exchanges()) {
            for (var each : exchange.meanwhile()) {
                givens.bringAbout(each, scene, port);
            }
            var answer = send(client, exchange, scene);
            remember(exchange, answer, scene);
            found.add(exchange.answered(scene.masked(printed(answer))));
            if (found.size() == story.exchanges().size()) {
                var operation = Contract.files().operation(story.operation());
                assertThat(Told.of(answer).breaches(operation))
                        .as(answer.statusCode() + " " + answer.body())
                        .isEmpty();
            }
        }
        if (RECORDS) {
            story.rewrite(found);
            return;
        }
        for (var index = 0; index < found.size(); index++) {
            var expected = story.exchanges().get(index);
            assertThat(found.get(index).answer()).as(expected.title()).isEqualTo(expected.answer());
        }
    }

    private HttpResponse<String> send(HttpClient client, Exchange exchange, Scene scene) throws Exception {
        var text = scene.filled(exchange.body());
        var body = exchange.isForm() ? text.replace("\n", "\r\n") + "\r\n" : text;
        var request = HttpRequest.newBuilder(address(scene.filled(exchange.target())))
                .method(
                        exchange.method(),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8));
        for (var header : exchange.headers()) {
            var words = scene.filled(header).split(": ", 2);
            request.header(words[0], words[1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String target) {
        return URI.create(target.startsWith("/") ? "http://localhost:" + port + target : target);
    }

    private static void remember(Exchange exchange, HttpResponse<String> answer, Scene scene) {
        exchange.kept().forEach((name, where) -> scene.know(name, value(where, answer)));
    }

    /** What stands at a JSON pointer, in a header, or where a pattern after a tilde has its group, in page or address. */
    private static String value(String where, HttpResponse<String> answer) {
        if (where.startsWith("/")) {
            return text(JSON.readTree(answer.body()).at(where));
        }
        if (where.startsWith("~")) {
            var text = answer.headers().firstValue("Location").orElse("") + "\n" + answer.body();
            var found = Pattern.compile(where.substring(1)).matcher(text);
            assertThat(found.find()).as(where + " in " + text).isTrue();
            return found.group(1);
        }
        return answer.headers().firstValue(where).orElseThrow();
    }

    /** A value as it reads; what has members of its own stands as JSON, to be sent back as it came. */
    private static String text(JsonNode found) {
        return found.isValueNode() ? found.asString() : found.toString();
    }

    private static String printed(HttpResponse<String> answer) {
        var isPage = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        return Exchange.answer(
                answer.statusCode(), headers(answer.headers()), isPage ? "(a page)" : pretty(plain(answer.body())));
    }

    /** A body as a file of text can hold it. */
    private static String plain(String body) {
        return body.startsWith("PK\u0003\u0004") ? "(an archive)" : body.replace("\r\n", "\n");
    }

    private static List<String> headers(HttpHeaders headers) {
        return HEADERS.stream()
                .flatMap(name -> headers.allValues(name.toLowerCase(Locale.ROOT)).stream()
                        .map(value -> name + ": " + value))
                .toList();
    }

    private static String pretty(String body) {
        try {
            return body.isEmpty() ? "" : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
        } catch (JacksonException noJson) {
            return body;
        }
    }
}
