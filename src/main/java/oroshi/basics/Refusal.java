package oroshi.basics;

import java.util.List;

/** A request that breaks a rule. Nothing has changed; the reasons say what to do instead. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient List<Object> arguments;
    private final transient List<Problem> problems;

    private Refusal(Reason reason, List<Object> arguments, List<Problem> problems) {
        super(Texts.fill(reason.description(), arguments), null, false, false);
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
        this.problems = List.copyOf(problems);
    }

    /** Refuses the request as a whole. */
    public static Refusal because(Reason reason, Object... arguments) {
        return new Refusal(reason, List.of(arguments), List.of());
    }

    /** Refuses the request because of one field. */
    public static Refusal of(String field, Reason reason, Object... arguments) {
        return of(List.of(Problem.of(field, reason, arguments)));
    }

    /** Refuses the request because of its fields; the first problem gives status and code. */
    public static Refusal of(List<Problem> problems) {
        var first = problems.getFirst();
        return new Refusal(first.reason(), first.arguments(), problems);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The fields that are wrong; empty when the request as a whole is refused. */
    public List<Problem> problems() {
        return problems;
    }

    public boolean is(Reason other) {
        return reason.equals(other);
    }
}
