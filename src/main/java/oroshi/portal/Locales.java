package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Which language and which formats a request gets. The language is what the visitor chose with the switch, else the
 * first language of the browser that the portal speaks, else English. Around English texts the formats are those of the
 * visitor's own culture, else of the browser: a German reads 24.04.2019.
 */
@Component
public class Locales {
    static final String COOKIE = "language";
    private static final String KNOWN = Locales.class.getName();

    private final Messages messages;
    private final Visitors visitors;

    Locales(Messages messages, Visitors visitors) {
        this.messages = messages;
        this.visitors = visitors;
    }

    /** The words for the reader of this request. */
    public Texts texts(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Texts known) {
            return known;
        }
        var language = language(request);
        var texts = new Texts(messages, language, new Formats(language, formats(language, cultures(request))));
        request.setAttribute(KNOWN, texts);
        return texts;
    }

    private static Language language(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()))
                .or(() -> accepted(request).stream()
                        .flatMap(locale -> Language.of(locale.toLanguageTag()).stream())
                        .findFirst())
                .orElse(Language.EN);
    }

    /** The visitor's own culture, then what the browser wants first. */
    private List<Locale> cultures(HttpServletRequest request) {
        var cultures = new ArrayList<Locale>();
        var visitor = visitors.of(request);
        if (visitor != null && !visitor.culture().isEmpty()) {
            cultures.add(Locale.forLanguageTag(visitor.culture()));
        }
        accepted(request).stream().findFirst().ifPresent(cultures::add);
        return cultures;
    }

    static Locale formats(Language language, List<Locale> cultures) {
        if (language == Language.JA) {
            return language.locale();
        }
        return cultures.stream()
                .filter(culture -> !culture.getLanguage().isEmpty())
                .filter(culture -> Language.of(culture.toLanguageTag())
                        .map(spoken ->
                                spoken == language && !culture.getCountry().isEmpty())
                        .orElse(true))
                .findFirst()
                .orElse(language.locale());
    }

    private static List<Locale> accepted(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }
}
