package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;

/** Whatever goes wrong behind an address of the authority is told as clients of the authority read it, never as a page. */
@Component
final class AuthorityExceptions extends AbstractHandlerExceptionResolver {
    /** Where anybody may read and a device begins: what the framework's own endpoints refuse never comes here. */
    static final String[] ADDRESSES = {
        "/*/oauth2/v2.0/devicecode",
        "/*/discovery/keys",
        "/*/discovery/v2.0/keys",
        "/*/.well-known/openid-configuration",
        "/*/v2.0/.well-known/openid-configuration",
        "/common/discovery/instance"
    };

    private static final RequestMatcher READABLE = matcher(ADDRESSES);
    private static final RequestMatcher TOKENS =
            matcher("/*" + Protocol.V1.tokenPath(), "/*" + Protocol.V2.tokenPath());

    private final AuthorityErrors errors;

    AuthorityExceptions(AuthorityErrors errors) {
        this.errors = errors;
        setOrder(HIGHEST_PRECEDENCE);
    }

    private static RequestMatcher matcher(String... addresses) {
        return new OrRequestMatcher(Arrays.stream(addresses)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    /** Whether a program calls, to which a page would say nothing; a person comes only to be asked. */
    static boolean isForPrograms(HttpServletRequest request) {
        return READABLE.matches(request) || TOKENS.matches(request);
    }

    @Override
    protected @Nullable ModelAndView doResolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!READABLE.matches(request) || response.isCommitted()) {
            return null;
        }
        try {
            response.resetBuffer();
            answer(request, response, failure);
        } catch (IOException callerGone) {
            logger.debug("The caller left before the answer", callerGone);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (failure instanceof OAuth2AuthenticationException refused) {
            errors.refuse(request, response, refused.getError());
            return;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()
                || failure instanceof InvalidParameterException
                || failure instanceof RequestRejectedException) {
            errors.refuse(request, response, new OAuth2Error("invalid_request"));
            return;
        }
        logger.error("A request to the authority failed for a reason of ours", failure);
        errors.fail(request, response);
    }
}
