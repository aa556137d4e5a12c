package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Refusal;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.partners.PartnerRefusal;
import oroshi.rest.Attempt;
import oroshi.rest.WirePaths;

/** Turns whatever goes wrong behind a page into a page that says so; the API has its own error body. */
@Component
class PortalErrors extends AbstractHandlerExceptionResolver {
    private final PageWriter pages;
    private final Directory directory;

    PortalErrors(PageWriter pages, Directory directory) {
        this.pages = pages;
        this.directory = directory;
        setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    protected @Nullable ModelAndView doResolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (WirePaths.isWire(request.getRequestURI()) || response.isCommitted()) {
            return null;
        }
        try {
            response.resetBuffer();
            pages.write(page(failure), request, response);
            return new ModelAndView();
        } catch (Exception unwritable) {
            logger.error("An error page could not be shown", unwritable);
            return null;
        }
    }

    private Page page(Exception failure) {
        var refusal = refusal(failure);
        if (refusal.isPresent()) {
            Attempt.refused(refusal.get());
            return page(refusal.get());
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(HttpStatus.valueOf(known.getStatusCode().value()));
        }
        if (failure instanceof InvalidParameterException unreadable) {
            return page(HttpStatus.valueOf(unreadable.getErrorCode()));
        }
        if (failure instanceof RequestRejectedException) {
            return page(HttpStatus.BAD_REQUEST);
        }
        logger.error("A page failed for a reason of ours", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private Page page(Refusal refusal) {
        var status = HttpStatus.valueOf(refusal.reason().status());
        return switch (status) {
            case FORBIDDEN ->
                refusal.reason() instanceof PartnerRefusal ? refused(refusal, status) : forbidden(neededRoles(refusal));
            case NOT_FOUND, UNAUTHORIZED, INTERNAL_SERVER_ERROR -> page(status);
            default -> refused(refusal, status);
        };
    }

    private static Page refused(Refusal refusal, HttpStatus status) {
        return Page.of("error/refused", "message", Message.of(refusal)).status(status);
    }

    /** The page for a status of which nothing more is known. */
    Page page(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> forbidden(List.of());
            case NOT_FOUND, METHOD_NOT_ALLOWED -> Page.of("error/missing").status(status);
            case TOO_MANY_REQUESTS ->
                Page.of("error/refused", "message", Message.of("error.tooMany")).status(status);
            default ->
                status.is4xxClientError()
                        ? Page.of("error/refused", "message", Message.of("error.badRequest"))
                                .status(status)
                        : Page.of("error/failed").status(status);
        };
    }

    private Page forbidden(List<Role> roles) {
        return Page.of("error/forbidden", "roles", roles, "admins", globalAdmins())
                .status(HttpStatus.FORBIDDEN);
    }

    private static List<Role> neededRoles(Refusal refusal) {
        if (!refusal.is(AccessRefusal.PERMISSION_MISSING)) {
            return List.of();
        }
        var named = List.of(refusal.arguments().getFirst().toString().split(", "));
        return Arrays.stream(Role.values())
                .filter(role -> named.contains(role.key()))
                .toList();
    }

    /** Whom to ask for a role. */
    private List<DirectoryUser> globalAdmins() {
        return Caller.current().map(caller -> directory.users(caller.partnerId().tenantId())).orElse(List.of()).stream()
                .filter(user -> user.roles().contains(Role.GLOBAL_ADMIN))
                .limit(5)
                .toList();
    }
}
