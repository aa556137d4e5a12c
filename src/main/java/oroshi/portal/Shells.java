package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import oroshi.access.Caller;

/** Makes the shell around a page from the request. */
@Component
class Shells {
    static final String FLASH = "flash";
    static final String THEME_COOKIE = "theme";

    private final Locales locales;
    private final Menu menu;
    private final Assets assets;

    Shells(Locales locales, Menu menu, Assets assets) {
        this.locales = locales;
        this.menu = menu;
        this.assets = assets;
    }

    Shell around(HttpServletRequest request) {
        var caller = Caller.current().orElse(null);
        return new Shell(
                locales.texts(request),
                theme(request),
                caller == null ? null : new Shell.Visitor(caller, caller.name(), ""),
                caller == null ? List.of() : menu.of(caller),
                path(request),
                token(request),
                flash(request),
                assets::address,
                Map.of(),
                correlationId(request));
    }

    private static Theme theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return Theme.of(cookie == null ? null : cookie.getValue());
    }

    private static String path(HttpServletRequest request) {
        var path = Objects.requireNonNullElse(
                (String) request.getAttribute("jakarta.servlet.error.request_uri"), request.getRequestURI());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static Shell.@Nullable Token token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf
                ? new Shell.Token(csrf.getParameterName(), csrf.getHeaderName(), csrf.getToken())
                : null;
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var map = RequestContextUtils.getInputFlashMap(request);
        return map == null ? null : (Flash) map.get(FLASH);
    }

    private static String correlationId(HttpServletRequest request) {
        return request.getAttribute("oroshi.correlationId") instanceof String id ? id : "";
    }
}
