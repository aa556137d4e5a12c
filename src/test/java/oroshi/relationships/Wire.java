package oroshi.relationships;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as a client does, and reads golden files with their places filled in. */
public final class Wire {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    public Wire(int port) {
        this.root = "http://localhost:" + port;
    }

    public String root() {
        return root;
    }

    public HttpResponse<String> get(String token, String path) throws Exception {
        return client.send(request(token, path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> download(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String token, String path, String body) throws Exception {
        return client.send(
                request(token, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Any call; headers as names and values in turn. */
    public HttpResponse<String> call(String method, String token, String path, String body, String... headers)
            throws Exception {
        var request = request(token, path).header("Content-Type", "application/json");
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public static int code(HttpResponse<String> response) {
        return json(response).path("code").asInt();
    }

    public static String file(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/oroshi", name));
    }

    /** The golden file with its places in braces filled in. */
    public static JsonNode golden(String name, Map<String, String> places) throws IOException {
        var text = file(name);
        for (var place : places.entrySet()) {
            text = text.replace("{" + place.getKey() + "}", place.getValue());
        }
        return JSON.readTree(text);
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + token);
    }
}
