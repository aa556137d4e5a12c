package oroshi.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A client that adds customers, and the golden files of its calls. */
final class Creation {
    private static final Path GOLDEN = Path.of("src/test/resources/oroshi/onboarding");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    Creation(int port) {
        this.root = "http://localhost:" + port;
    }

    HttpResponse<String> post(String token, String path, String body) {
        return post(token, path, body, Optional.empty());
    }

    /** The call, with the request id by which its repetitions are known. */
    HttpResponse<String> post(String token, String path, String body, Optional<String> requestId) {
        return post(
                token,
                path,
                body,
                requestId.map(id -> Map.of("MS-RequestId", id)).orElse(Map.of()));
    }

    HttpResponse<String> post(String token, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** The request of that name with its places filled in. */
    static String request(String name, Map<String, String> places) {
        var text = read(GOLDEN.resolve(name + ".request.json"));
        for (var place : places.entrySet()) {
            text = text.replace("${" + place.getKey() + "}", place.getValue());
        }
        return text;
    }

    static String golden(String name) {
        return read(GOLDEN.resolve(name + ".response.json"));
    }

    /** The answer with what differs from run to run replaced by a word. */
    static String masked(HttpResponse<String> response, String domain) {
        var text = JSON.writeValueAsString(json(response));
        return text.replace(domain, "(domain)")
                        .replaceAll("\"password\" : \"[^\"]+\"", "\"password\" : \"(password)\"")
                        .replaceAll("\"etag\" : \"[^\"]+\"", "\"etag\" : \"(etag)\"")
                        .replaceAll("\"id\" : \"\\d{12}\"", "\"id\" : \"(number)\"")
                        .replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "(id)")
                + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
