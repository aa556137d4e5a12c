package oroshi.agreements;

import java.util.List;
import oroshi.basics.Refusal;

/** Whether a purchase may pass: only with a valid acceptance of the required agreement. */
public sealed interface Gate {
    /** The purchase may go on. */
    record Open() implements Gate {}

    /** The purchase has to wait until the customer's acceptance is on record. */
    record Closed(AgreementRefusal reason, List<Object> arguments) implements Gate {
        public Closed {
            arguments = List.copyOf(arguments);
        }

        /** The refusal that says so. */
        public Refusal refusal() {
            return Refusal.because(reason, arguments.toArray());
        }
    }

    /** Refuses when the gate is closed. */
    default void require() {
        if (this instanceof Closed closed) {
            throw closed.refusal();
        }
    }

    default boolean isOpen() {
        return this instanceof Open;
    }
}
