package oroshi.portal;

import org.jspecify.annotations.Nullable;

/** One page of a wizard or one section of a record in the list that shows where one is. A step without a link is to come. */
public record Step(String label, @Nullable String href, State state) {
    /** Where the step stands. */
    public enum State {
        DONE,
        CURRENT,
        TO_COME
    }

    public static Step done(String label, @Nullable String href) {
        return new Step(label, href, State.DONE);
    }

    public static Step current(String label) {
        return new Step(label, null, State.CURRENT);
    }

    public static Step toCome(String label) {
        return new Step(label, null, State.TO_COME);
    }
}
