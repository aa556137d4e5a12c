package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import oroshi.rest.RequestIds;

/** Makes the shell around a page from the request. */
@Component
class Shells {
    static final String FLASH = "flash";
    static final String THEME_COOKIE = "theme";

    private final Locales locales;
    private final Visitors visitors;
    private final Menu menu;
    private final Assets assets;
    private final PortalSettings settings;
    private final Bell bell;
    private final OwnTime ownTime;

    Shells(
            Locales locales,
            Visitors visitors,
            Menu menu,
            Assets assets,
            PortalSettings settings,
            Bell bell,
            OwnTime ownTime) {
        this.locales = locales;
        this.visitors = visitors;
        this.settings = settings;
        this.menu = menu;
        this.assets = assets;
        this.bell = bell;
        this.ownTime = ownTime;
    }

    Shell around(HttpServletRequest request) {
        var visitor = visitors.of(request);
        return new Shell(
                locales.texts(request),
                theme(request),
                visitor,
                menu(visitor),
                path(request),
                token(request),
                flash(request),
                assets::address,
                settings.cloudLines(),
                () -> bell.unread(visitor),
                () -> ownTime.of(visitor),
                correlationId());
    }

    private List<MenuItem> menu(@Nullable Visitor visitor) {
        return visitor == null || visitor.caller() == null ? List.of() : menu.of(visitor.caller());
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

    private static String correlationId() {
        return RequestIds.current().map(ids -> ids.correlationId().toString()).orElse("");
    }
}
