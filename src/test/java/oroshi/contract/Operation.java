package oroshi.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import oroshi.rest.WirePaths;
import tools.jackson.databind.JsonNode;

/**
 * One operation as its file declares it.
 *
 * @param family the file, for example {@code customers}
 * @param body what a request carries; missing when it carries nothing
 * @param responses by status
 * @param failures the pairs of status and code that it may answer beyond the general ones
 */
public record Operation(
        String family,
        String id,
        String method,
        String path,
        List<Parameter> parameters,
        JsonNode body,
        Map<Integer, JsonNode> responses,
        Set<Failure> failures) {
    /** Something that the caller says beside the body: in the path, the query or a header. */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** A status and the code in the body; the code alone is ambiguous. */
    public record Failure(int status, String code) {}

    boolean isChanging() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** One of the authority, which speaks OAuth and not the wire. */
    boolean isOfAuthority() {
        return !WirePaths.isWire(path);
    }

    boolean takesForm() {
        return body.path("content").has("application/x-www-form-urlencoded");
    }

    boolean takesJson() {
        return body.path("content").has("application/json");
    }

    /** The schema of the body that a request carries. */
    JsonNode bodySchema() {
        return body.path("content")
                .path(takesForm() ? "application/x-www-form-urlencoded" : "application/json")
                .path("schema");
    }

    /** Bodies that the contract prints for this operation. */
    List<JsonNode> bodyExamples() {
        return body
                .path("content")
                .path(takesForm() ? "application/x-www-form-urlencoded" : "application/json")
                .path("examples")
                .properties()
                .stream()
                .map(entry -> entry.getValue().path("value"))
                .toList();
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
