package oroshi.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One of the stock libraries at work. Every changing call is sent again with the id of the first, as a library does that
 * saw no answer, and has to hear the same.
 */
final class StockClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID correlation = UUID.randomUUID();
    private final ClientKind kind;
    private final String root;
    private final Supplier<String> tokens;
    private int packed;

    /** @param tokens gives a token that works at the moment; asked again after 401 by the library that does so */
    StockClient(ClientKind kind, int port, Supplier<String> tokens) {
        this.kind = kind;
        this.root = "http://localhost:" + port;
        this.tokens = tokens;
    }

    /** What came, with its text unpacked. */
    record Answer(int status, String text, HttpResponse<byte[]> response) {
        JsonNode json() {
            return text.isEmpty()
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(text);
        }

        int code() {
            return json().path("code").asInt();
        }

        private String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** What must not differ when the call is repeated. */
        private List<String> outcome() {
            return List.of(String.valueOf(status), text, header("ETag"), header("MS-RequestId"));
        }
    }

    JsonNode get(String path) {
        return good(send("GET", path, new byte[0], UUID.randomUUID()));
    }

    JsonNode change(String method, String path, JsonNode body, String... unset) {
        var answer = repeated(method, path, kind.body(path, body, unset));
        assertThat(answer.text()).as("the body of a success").isNotEmpty();
        return good(answer);
    }

    void delete(String path) {
        var answer = repeated("DELETE", path, new byte[0]);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
    }

    void head(String path, int status) {
        assertThat(send("HEAD", path, new byte[0], UUID.randomUUID()).status()).isEqualTo(status);
    }

    /** The refusal that surfaces after the library has tried as often as it does. */
    void refused(String method, String path, JsonNode body, int status, int code) {
        var bytes = body.isMissingNode() ? new byte[0] : kind.body(path, body);
        var id = UUID.randomUUID();
        var first = send(method, path, bytes, id);
        for (var attempt = 1; attempt < kind.attempts(); attempt++) {
            assertThat(send(method, path, bytes, id).outcome()).isEqualTo(first.outcome());
        }
        assertThat(List.of(first.status(), first.code())).as(first.text()).isEqualTo(List.of(status, code));
        assertThat(first.json().path("description").asString()).isNotBlank();
        checkWire(first, id);
    }

    /** How many answers came compressed, as every library asks for. */
    int packed() {
        return packed;
    }

    /** Every item of the list, page by page as far as the library reads. */
    List<JsonNode> list(String path) {
        var page = get(path);
        StrictReading.checkPage(page);
        var items = new ArrayList<>(page.path("items").values());
        while (kind.readsEveryPage() && page.at("/links/next").isObject()) {
            page = follow(page.at("/links/next"));
            StrictReading.checkPage(page);
            items.addAll(page.path("items").values());
        }
        return List.copyOf(items);
    }

    private JsonNode follow(JsonNode link) {
        var headers = link.path("headers")
                .valueStream()
                .collect(Collectors.toMap(header -> header.path("key").asString(), header -> header.path("value")
                        .asString()));
        var id = UUID.randomUUID();
        var path = kind.followed(link.path("uri").asString());
        var answer = exchange(request("GET", path, new byte[0], id, tokens.get()), headers);
        checkWire(answer, id);
        return good(answer);
    }

    private Answer repeated(String method, String path, byte[] body) {
        var id = UUID.randomUUID();
        var first = send(method, path, body, id);
        if (kind.sendsIds()) {
            assertThat(send(method, path, body, id).outcome()).isEqualTo(first.outcome());
        }
        return first;
    }

    private Answer send(String method, String path, byte[] body, UUID id) {
        var answer = exchange(request(method, path, body, id, tokens.get()), Map.of());
        if (kind == ClientKind.NODE && answer.status() == 401) {
            answer = exchange(request(method, path, body, id, tokens.get()), Map.of());
        }
        checkWire(answer, id);
        return answer;
    }

    private HttpRequest.Builder request(String method, String path, byte[] body, UUID id, String token) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "gzip");
        kind.headers().forEach(request::header);
        if (kind.sendsIds()) {
            request.header("MS-RequestId", id.toString()).header("MS-CorrelationId", correlation.toString());
        }
        return request;
    }

    private Answer exchange(HttpRequest.Builder request, Map<String, String> more) {
        more.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), text(response), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String text(HttpResponse<byte[]> response) throws IOException {
        if (!response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        packed++;
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void checkWire(Answer answer, UUID id) {
        if (kind.sendsIds()) {
            assertThat(answer.header("MS-RequestId")).isEqualTo(id.toString());
            assertThat(answer.header("MS-CorrelationId")).isEqualTo(correlation.toString());
        }
        assertThat(answer.header("MS-CV")).isNotEmpty();
        assertThat(answer.header("MS-ServerId")).matches("[0-9a-f]+");
        if (!answer.text().isEmpty()) {
            assertThat(answer.header("Content-Type").replace(" ", ""))
                    .isEqualToIgnoringCase("application/json;charset=utf-8");
        }
    }

    private static JsonNode good(Answer answer) {
        assertThat(answer.status())
                .as(answer.response().request().method() + " "
                        + answer.response().uri() + ": " + answer.text())
                .isBetween(200, 299);
        var json = answer.json();
        StrictReading.check(json, "answer");
        return json;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
