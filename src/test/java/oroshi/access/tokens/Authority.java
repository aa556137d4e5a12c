package oroshi.access.tokens;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import oroshi.basics.TenantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the authority as an application does, and makes its answers comparable with golden files. */
final class Authority {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NEW_EACH_TIME = Set.of(
            "access_token",
            "refresh_token",
            "id_token",
            "client_info",
            "expires_on",
            "not_before",
            "timestamp",
            "trace_id",
            "correlation_id",
            "device_code",
            "user_code",
            "message");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    Authority(int port) {
        this.root = "http://localhost:" + port;
    }

    record Answer(int status, JsonNode body) {
        /** The answer with a mark in place of each value that is another one each time. */
        JsonNode normal() {
            var copy = (ObjectNode) body.deepCopy();
            for (var name : NEW_EACH_TIME) {
                if (copy.path(name).isString()) {
                    copy.put(name, "{" + name + "}");
                }
            }
            return copy;
        }

        String text(String name) {
            return body.path(name).asString();
        }

        int number() {
            return body.get("error_codes") instanceof ArrayNode numbers
                    ? numbers.get(0).asInt()
                    : 0;
        }

        Map<String, Object> accessToken() throws Exception {
            return claims("access_token");
        }

        Map<String, Object> claims(String name) throws Exception {
            return SignedJWT.parse(text(name)).getJWTClaimsSet().toJSONObject();
        }
    }

    static JsonNode golden(String name) throws Exception {
        return JSON.readTree(Files.readString(Path.of("src/test/resources/oroshi/access", name)));
    }

    Answer token(TenantId tenant, String version, String... fields) throws Exception {
        return post("/" + tenant + "/oauth2/" + version + "token", fields);
    }

    Answer post(String path, String... fields) throws Exception {
        var body = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
