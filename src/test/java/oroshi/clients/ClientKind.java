package oroshi.clients;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stock libraries and how each fills a request. */
enum ClientKind {
    JAVA(
            5,
            Map.of(
                    "Accept", "application/json",
                    "MS-Contract-Version", "v1",
                    "X-Locale", "en-US",
                    "MS-SdkVersion", "1.15.4",
                    "MS-PartnerCenter-Client", "Partner Center Java SDK",
                    "User-Agent", "AutoRest-Java",
                    "Content-Type", "application/json; charset=utf-8")),
    DOTNET(
            1,
            Map.of(
                    "Accept", "application/json",
                    "X-Locale", "en-US",
                    "MS-SdkVersion", "3.4.0.0",
                    "MS-PartnerCenter-Client", "Partner Center .NET SDK",
                    "MS-PartnerCenter-Application", "Scene",
                    "Content-Type", "application/json")),
    POWERSHELL(
            1,
            Map.of(
                    "Accept", "application/json",
                    "X-Locale", "en-US",
                    "MS-SdkVersion", "1.5.1901.1",
                    "MS-PartnerCenter-Client", "Partner Center PowerShell",
                    "Content-Type", "application/json")),
    NODE(1, Map.of("Accept", "application/json, text/plain, */*", "Content-Type", "application/json"));

    private static final List<String> DOUBLED_BY_JAVA = List.of("/licenseupdates", "/usermembers");

    private final int attempts;
    private final Map<String, String> headers;

    ClientKind(int attempts, Map<String, String> headers) {
        this.attempts = attempts;
        this.headers = headers;
    }

    /** How often a refused call is sent before the refusal surfaces. */
    int attempts() {
        return attempts;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean sendsIds() {
        return this != NODE;
    }

    boolean readsEveryPage() {
        return this != NODE;
    }

    /** Where the library looks for what a link of an answer names. */
    String followed(String uri) {
        return (this == JAVA ? "/v1/" : "/v1") + uri;
    }

    /** The path of the new user: two libraries have a slash at its end. */
    String users(String path) {
        return this == JAVA || this == DOTNET ? path + "/" : path;
    }

    /** A word of an enumeration in a query. */
    String word(String pascal) {
        return switch (this) {
            case JAVA -> pascal.toLowerCase(Locale.ROOT);
            case DOTNET, POWERSHELL -> pascal;
            case NODE -> pascal.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        };
    }

    /** A filter for one field. */
    String filter(String field, String value, String operator) {
        var json = JsonMapper.shared().createObjectNode();
        switch (this) {
            case JAVA ->
                json.put("field", field)
                        .put("value", value)
                        .put("operator", operator)
                        .put("fieldType", "String");
            case POWERSHELL -> json.put("Field", field).put("Value", value).put("Operator", ordinal(operator));
            case DOTNET, NODE ->
                json.put("Field", field)
                        .put("Value", value)
                        .put("Operator", operator.equals("StartsWith") ? "starts_with" : "equals");
        }
        return json.toString();
    }

    private static int ordinal(String operator) {
        return operator.equals("StartsWith") ? 9 : 0;
    }

    /** The body as the library writes it; members that its model has and nobody set are named in {@code unset}. */
    byte[] body(String path, JsonNode body, String... unset) {
        var written =
                switch (this) {
                    case JAVA -> doubled(path, body);
                    case DOTNET, POWERSHELL -> pascal(withNulls(body, unset));
                    case NODE -> body;
                };
        var text = written.toString();
        return (this == POWERSHELL ? "\uFEFF" + text : text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode doubled(String path, JsonNode body) {
        if (DOUBLED_BY_JAVA.stream().anyMatch(path::endsWith)) {
            return doubled(body);
        }
        if (body instanceof ObjectNode object && object.get("passwordProfile") instanceof ObjectNode password) {
            return object.deepCopy().set("passwordProfile", doubled(password));
        }
        return body;
    }

    private static JsonNode doubled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var twice = JsonMapper.shared().createObjectNode();
            object.forEachEntry((name, value) -> twice.set(name, doubled(value)).set(pascal(name), doubled(value)));
            return twice;
        }
        if (node instanceof ArrayNode array) {
            var twice = JsonMapper.shared().createArrayNode();
            array.forEach(value -> twice.add(doubled(value)));
            return twice;
        }
        return node;
    }

    private static JsonNode withNulls(JsonNode body, String... unset) {
        var copy = body.deepCopy();
        for (var member : unset) {
            var dot = member.indexOf('.');
            var owner = dot < 0 ? copy : copy.path(member.substring(0, dot));
            if (owner instanceof ObjectNode object) {
                object.putNull(member.substring(dot + 1));
            }
        }
        return copy;
    }

    private static JsonNode pascal(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var renamed = JsonMapper.shared().createObjectNode();
            object.forEachEntry((name, value) -> renamed.set(pascal(name), pascal(value)));
            return renamed;
        }
        if (node instanceof ArrayNode array) {
            var renamed = JsonMapper.shared().createArrayNode();
            array.forEach(value -> renamed.add(pascal(value)));
            return renamed;
        }
        return node;
    }

    private static String pascal(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
