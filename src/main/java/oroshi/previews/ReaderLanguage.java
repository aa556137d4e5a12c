package oroshi.previews;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Which language a caller wants to read: that of {@code X-Locale}, else that of {@code Accept-Language}, else English. */
final class ReaderLanguage {
    private ReaderLanguage() {}

    static Locale of(HttpServletRequest request) {
        var named = request.getHeader("X-Locale");
        if (named != null && !named.isBlank()) {
            return Locale.forLanguageTag(named.strip());
        }
        return request.getHeader("Accept-Language") == null ? Locale.US : request.getLocale();
    }
}
