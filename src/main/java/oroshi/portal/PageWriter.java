package oroshi.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Turns the {@link Page} that a controller returns into what the browser gets. */
@Component
public class PageWriter implements HandlerMethodReturnValueHandler {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Shells shells;

    PageWriter(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Page.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object page, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest web)
            throws Exception {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (page != null && request != null && response != null) {
            write((Page) page, request, response);
        }
    }

    /** Writes the page; for filters and handlers outside the controllers. */
    public void write(Page page, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (page.redirect() != null) {
            redirect(page, page.redirect(), request, response);
            return;
        }
        var html = render(page, shells.around(request)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private String render(Page page, Shell shell) throws Exception {
        return Here.in(shell, () -> {
            var output = new StringOutput(16_384);
            templates.render(page.template() + ".jte", page.parameters(), output);
            return output.toString();
        });
    }

    private static void redirect(Page page, String address, HttpServletRequest request, HttpServletResponse response) {
        if (page.flash() != null) {
            keepForNextPage(page.flash(), request, response);
        }
        // A redirect answered to htmx would put the next page inside the present one.
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setHeader("Location", address);
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    private static void keepForNextPage(Flash flash, HttpServletRequest request, HttpServletResponse response) {
        var map = new FlashMap();
        map.put(Shells.FLASH, flash);
        map.startExpirationPeriod(180);
        var manager = RequestContextUtils.getFlashMapManager(request);
        if (manager != null) {
            manager.saveOutputFlashMap(map, request, response);
        }
    }
}
