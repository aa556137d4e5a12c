package oroshi.basics;

import java.util.List;

/**
 * One thing that is wrong with one field of a request.
 *
 * @param field path as the wire names it, for example {@code billingProfile.defaultAddress.postalCode}
 * @param arguments values for the placeholders of the reason's text; one may be a problem that is behind this one
 */
public record Problem(String field, Reason reason, List<Object> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String field, Reason reason, Object... arguments) {
        return new Problem(field, reason, List.of(arguments));
    }

    /** Why a request as a whole was refused, which is behind the refusal of another one. */
    public static Problem of(Refusal refusal) {
        return new Problem("", refusal.reason(), refusal.arguments());
    }

    /** The explanation in English. */
    public String description() {
        return Texts.fill(reason.description(), arguments);
    }
}
