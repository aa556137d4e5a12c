package oroshi.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages for what fails before a controller is reached: in filters, or in the server itself. */
@Controller
class ErrorPages implements ErrorController {
    private final PortalErrors errors;

    ErrorPages(PortalErrors errors) {
        this.errors = errors;
    }

    @RequestMapping("${server.error.path:/error}")
    Page show(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return errors.page(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }
}
