package oroshi.onboarding;

import oroshi.basics.CustomerId;

/** What became of a submit. */
public sealed interface Submitted {
    CustomerId customerId();

    /** This submit did the work. */
    record Now(Onboarded onboarded) implements Submitted {
        @Override
        public CustomerId customerId() {
            return onboarded.customer().id();
        }
    }

    /** An earlier submit of the same draft did it; this one changed nothing. */
    record Before(CustomerId customerId) implements Submitted {}
}
