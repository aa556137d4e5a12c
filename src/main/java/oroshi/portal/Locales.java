package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Which language and which formats a request gets: what the visitor chose with the switch, else the first language of
 * the browser that the portal speaks, else English. A browser in a third language keeps its own formats around the
 * English texts: a German reader sees 24.04.2019.
 */
@Component
public class Locales {
    static final String COOKIE = "language";

    private final Messages messages;

    Locales(Messages messages) {
        this.messages = messages;
    }

    /** The words for the reader of this request. */
    public Texts texts(HttpServletRequest request) {
        var accepted = accepted(request);
        var language = chosen(request).orElseGet(() -> firstSpoken(accepted));
        return new Texts(messages, language, new Formats(language, formatLocale(language, accepted)));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private static Language firstSpoken(List<Locale> accepted) {
        return accepted.stream()
                .flatMap(locale -> Language.of(locale.toLanguageTag()).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    private static Locale formatLocale(Language language, List<Locale> accepted) {
        if (language == Language.JA || accepted.isEmpty()) {
            return language.locale();
        }
        var first = accepted.getFirst();
        return Language.of(first.toLanguageTag()).isEmpty() || isRegional(first, language) ? first : language.locale();
    }

    private static boolean isRegional(Locale locale, Language language) {
        return locale.getLanguage().equals(language.code())
                && !locale.getCountry().isEmpty();
    }

    private static List<Locale> accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return List.of();
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage()))
                .toList();
    }
}
