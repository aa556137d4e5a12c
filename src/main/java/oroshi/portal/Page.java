package oroshi.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a controller of the portal answers: a template with its parameters, or the way to another page. A page without
 * {@code layout.page} around it is a fragment for htmx.
 */
public final class Page {
    private final @Nullable String template;
    private final Map<String, Object> parameters;
    private final @Nullable String redirect;
    private HttpStatus status = HttpStatus.OK;
    private @Nullable Flash flash;

    private Page(@Nullable String template, Map<String, Object> parameters, @Nullable String redirect) {
        this.template = template;
        this.parameters = parameters;
        this.redirect = redirect;
    }

    /** The template with its parameters, each as name and value. */
    public static Page of(String template, Object... parameters) {
        var byName = new LinkedHashMap<String, Object>();
        for (var i = 0; i + 1 < parameters.length; i += 2) {
            byName.put((String) parameters[i], parameters[i + 1]);
        }
        return new Page(template, byName, null);
    }

    /** Goes to another address with GET: the answer to every POST that did its work. */
    public static Page redirect(Object address) {
        return new Page(null, Map.of(), address.toString());
    }

    /** A form that was not accepted, again, with what is wrong. */
    public Page rejected() {
        return status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public Page status(HttpStatus status) {
        this.status = status;
        return this;
    }

    /** Says on the next page what was done; only together with {@link #redirect}. */
    public Page flash(Flash flash) {
        this.flash = flash;
        return this;
    }

    @Nullable
    String template() {
        return template;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    @Nullable
    String redirect() {
        return redirect;
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    Flash flash() {
        return flash;
    }
}
