package oroshi.basics;

import java.util.List;

/**
 * One thing that is wrong with one field of a request.
 *
 * @param field path as the wire names it, for example {@code billingProfile.defaultAddress.postalCode}
 * @param arguments values for the placeholders of the reason's text
 */
public record Problem(String field, Reason reason, List<Object> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String field, Reason reason, Object... arguments) {
        return new Problem(field, reason, List.of(arguments));
    }

    /** The explanation in English. */
    public String description() {
        return Texts.fill(reason.description(), arguments);
    }
}
