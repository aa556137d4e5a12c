package oroshi.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address inside the portal with its query; changes return copies. */
public record Link(String path, Map<String, String> query) {
    public static Link to(String path) {
        return new Link(path, Map.of());
    }

    /** The same link with a parameter set; without it when the value is missing or empty. */
    public Link with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(query);
        changed.remove(name);
        if (value != null && !value.toString().isEmpty()) {
            changed.put(name, value.toString());
        }
        return new Link(path, changed);
    }

    public Link without(String name) {
        return with(name, null);
    }

    @Override
    public String toString() {
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
