package oroshi.portal;

import java.util.List;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;

/**
 * A text of the message files that is not yet in any language. Arguments follow the placeholders: as name and value in
 * turn for {@code {name}}, in order for {@code {0}}. A date, an amount or another message may be an argument.
 */
public record Message(String key, List<Object> arguments) {
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** Why a request was refused. */
    public static Message of(Refusal refusal) {
        return new Message(refusal.reason().key(), refusal.arguments());
    }

    /** What is wrong with one field of a request. */
    public static Message of(Problem problem) {
        return new Message(problem.reason().key(), problem.arguments());
    }
}
