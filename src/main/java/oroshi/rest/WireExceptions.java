package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import oroshi.basics.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Turns whatever goes wrong behind a wire address into the published error body; pages have their own. */
@Component
final class WireExceptions extends AbstractHandlerExceptionResolver {
    private static final String FOREIGN_KEY = "23503";

    private final ErrorWriter errors;

    WireExceptions(ErrorWriter errors) {
        this.errors = errors;
        // The first place is for families whose errors have a form of their own.
        setOrder(HIGHEST_PRECEDENCE + 1);
    }

    @Override
    protected @Nullable ModelAndView doResolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!WirePaths.isWire(request.getRequestURI())) {
            return null;
        }
        try {
            answer(request, response, failure);
        } catch (IOException callerGone) {
            logger.debug("The caller left before the answer", callerGone);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        var refusal = refusal(request, failure);
        if (refusal.isPresent()) {
            Attempt.refused(refusal.get());
            errors.write(response, refusal.get());
            return;
        }
        if (unavailable(failure)) {
            logger.warn("The database does not answer in time", failure);
            response.setHeader("Retry-After", "5");
            errors.write(
                    response,
                    503,
                    ErrorBody.of(ErrorBody.UNEXPECTED, "The service is busy; repeat the call with the same id."));
            return;
        }
        logger.error("A request failed for a reason of ours", failure);
        errors.write(response, 500, ErrorBody.of(ErrorBody.UNEXPECTED, "An unexpected error occurred."));
    }

    private static Optional<Refusal> refusal(HttpServletRequest request, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(isNoId(refusal) ? literal(request).orElse(refusal) : refusal);
            }
        }
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> Optional.of(unreadable(unreadable));
            case MethodArgumentTypeMismatchException mismatch -> Optional.of(mismatch(mismatch));
            case ServletRequestBindingException missing ->
                Optional.of(Refusal.because(RestRefusal.INVALID_PARAMETER, String.valueOf(missing.getMessage())));
            case HttpRequestMethodNotSupportedException method -> Optional.of(unsupported(request, method));
            case HttpMediaTypeNotSupportedException type ->
                Optional.of(Refusal.because(RestRefusal.MEDIA_TYPE_UNSUPPORTED, String.valueOf(type.getContentType())));
            case HttpMediaTypeNotAcceptableException excluded ->
                Optional.of(Refusal.because(RestRefusal.NOT_ACCEPTABLE));
            case RequestRejectedException keptOut ->
                Optional.of(Refusal.of("query", RestRefusal.INVALID_PARAMETER, "it has signs that are not accepted"));
            case MultipartException upload ->
                Optional.of(Refusal.because(RestRefusal.BODY_UNREADABLE, "it is no form, or larger than allowed"));
            case NoResourceFoundException nowhere -> Optional.of(nowhere(request));
            case NoHandlerFoundException nowhere -> Optional.of(nowhere(request));
            case CannotAcquireLockException waiting -> Optional.of(Refusal.because(RestRefusal.STILL_RUNNING));
            case DataIntegrityViolationException broken -> orphaned(broken);
            default -> Optional.empty();
        };
    }

    /** What the change belongs to went away while it was made. */
    private static Optional<Refusal> orphaned(DataIntegrityViolationException broken) {
        return NestedExceptionUtils.getMostSpecificCause(broken) instanceof SQLException cause
                        && FOREIGN_KEY.equals(cause.getSQLState())
                ? Optional.of(Refusal.because(RestRefusal.NOT_FOUND))
                : Optional.empty();
    }

    private static Refusal nowhere(HttpServletRequest request) {
        return notBuilt(request).orElseGet(() -> Refusal.because(RestRefusal.NOT_FOUND));
    }

    private static boolean unavailable(Exception failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof QueryTimeoutException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof CannotGetJdbcConnectionException;
    }

    /** The contract has an operation here that is not built yet. */
    private static Optional<Refusal> notBuilt(HttpServletRequest request) {
        return ContractOperations.find(request.getMethod(), request.getRequestURI())
                .map(operation -> Refusal.because(RestRefusal.NOT_BUILT, operation.operationId()));
    }

    private static boolean isNoId(Refusal refusal) {
        return refusal.is(RestRefusal.CUSTOMER_ID_INVALID) || refusal.is(RestRefusal.ID_INVALID);
    }

    /** What looked like an id is a word of the path of another operation, one that is not built yet. */
    private static Optional<Refusal> literal(HttpServletRequest request) {
        var routed = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return ContractOperations.find(request.getMethod(), request.getRequestURI())
                .filter(operation -> !shape(operation.path()).equalsIgnoreCase(shape(routed)))
                .map(operation -> Refusal.because(RestRefusal.NOT_BUILT, operation.operationId()));
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static Refusal unsupported(HttpServletRequest request, HttpRequestMethodNotSupportedException method) {
        var supported = method.getSupportedMethods();
        return notBuilt(request)
                .orElseGet(() -> Refusal.because(
                        RestRefusal.METHOD_NOT_ALLOWED,
                        method.getMethod(),
                        supported == null
                                ? "none"
                                : String.join(
                                        ", ", Arrays.stream(supported).sorted().toList())));
    }

    private static Refusal mismatch(MethodArgumentTypeMismatchException mismatch) {
        var why = UUID.class.equals(mismatch.getRequiredType()) ? "\" is not a GUID" : "\" is not acceptable";
        return Refusal.of(mismatch.getName(), RestRefusal.INVALID_VALUE, "\"" + mismatch.getValue() + why);
    }

    private static Refusal unreadable(HttpMessageNotReadableException failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (root instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return Refusal.of(path(mismatch), RestRefusal.INVALID_VALUE, "has the wrong type");
        }
        if (root instanceof JacksonException broken) {
            return Refusal.because(RestRefusal.BODY_UNREADABLE, place(broken));
        }
        return Refusal.because(RestRefusal.BODY_UNREADABLE, "it is missing or no JSON");
    }

    private static String place(JacksonException broken) {
        var location = broken.getLocation();
        if (broken instanceof DatabindException || location == null || location.getLineNr() < 1) {
            return "it does not have the expected form";
        }
        return "it is no JSON at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String path(MismatchedInputException mismatch) {
        var path = new StringBuilder();
        for (var step : mismatch.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }
}
