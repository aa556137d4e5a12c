package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where to go on after signing in, when what was asked for cannot be asked again: the page that held the form. */
final class BackTo {
    private BackTo() {}

    /** The query that names the page whose form or script asked; empty when it is not one of ours. */
    static String present(HttpServletRequest request) {
        var shown = request.getHeader("HX-Current-URL");
        return local(shown != null ? shown : request.getHeader("Referer"), request)
                .map(path -> "?back=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static Optional<String> local(@Nullable String address, HttpServletRequest request) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return request.getServerName().equals(uri.getHost()) ? safe(uri.getRawPath() + query) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** The path when it stays on this site. */
    static Optional<String> safe(@Nullable String path) {
        return path != null && path.matches("/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*")
                ? Optional.of(path)
                : Optional.empty();
    }
}
