package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switches for language and colours; what is chosen stays in the browser for a year. */
@Controller
class Preferences {

    @PostMapping("/preferences")
    Page change(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            Language.of(language).ifPresent(chosen -> keep(Locales.COOKIE, chosen.code(), request, response));
        }
        if (theme != null) {
            keep(Shells.THEME_COOKIE, Theme.of(theme).code(), request, response);
        }
        return Page.redirect(ownAddress(back));
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Only a path of ours: {@code //elsewhere} and {@code /\elsewhere} would lead away. */
    static String ownAddress(String address) {
        return address.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? address : "/";
    }
}
