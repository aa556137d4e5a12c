package oroshi.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;

/**
 * The body of every failed call but 429.
 *
 * @param code the published number; it means something only together with the status
 * @param data one line {@code memberPath - reason} for each member that is wrong
 * @param message newer errors (codes 6000xx) repeat the description here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(
        int code,
        String description,
        List<String> data,
        String source,
        @Nullable String message,
        @Nullable String errorName,
        @Nullable Boolean isRetryable,
        @Nullable String errorMessageExtended) {
    static final int UNEXPECTED = 800_003;

    private static final String SOURCE = "PartnerFD";
    private static final String FILTER_SOURCE = "PartnerApiServiceControllers";
    private static final int LONGEST_DESCRIPTION = 1024;

    public static ErrorBody of(int code, String description) {
        return new ErrorBody(code, shortened(description), List.of(), SOURCE, null, null, null, null);
    }

    /** The refusal as the wire has it: the first problem's code, every problem in {@code data}. */
    public static ErrorBody of(Refusal refusal) {
        var code = refusal.reason().code();
        var data = refusal.problems().stream().map(ErrorBody::line).toList();
        var description = shortened(description(refusal));
        var source = code == RestRefusal.OPERATOR_UNSUPPORTED.code() ? FILTER_SOURCE : SOURCE;
        if (code >= 600_000 && code < 700_000) {
            return new ErrorBody(
                    code,
                    description,
                    data,
                    source,
                    description,
                    symbol(refusal.reason().toString()),
                    false,
                    "InternalErrorCode=" + code);
        }
        return new ErrorBody(code, description, data, source, null, null, null, null);
    }

    /** PHONE_REQUIRED as PhoneRequired; a name that has the form already stays. */
    private static String symbol(String name) {
        return name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
                ? Arrays.stream(name.split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining())
                : name;
    }

    private static String description(Refusal refusal) {
        return switch (refusal.problems().size()) {
            case 0 -> String.valueOf(refusal.getMessage());
            case 1 -> line(refusal.problems().getFirst());
            default ->
                "%d members are not acceptable; data names each."
                        .formatted(refusal.problems().size());
        };
    }

    private static String line(Problem problem) {
        return problem.field() + " - " + problem.description();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }
}
