package oroshi.rest;

import java.util.List;

/**
 * Where to go from a resource.
 *
 * @param uri relative to {@code /v1}, starting with a slash and without the version: the Java SDK puts {@code /v1/} in
 *     front of it
 * @param headers to send when following the link; usually empty, never missing
 */
public record Link(String uri, String method, List<KeyValue> headers) {
    public Link {
        headers = List.copyOf(headers);
    }

    public static Link get(String uri) {
        return new Link(uri, "GET", List.of());
    }

    public static Link of(String method, String uri) {
        return new Link(uri, method, List.of());
    }
}
