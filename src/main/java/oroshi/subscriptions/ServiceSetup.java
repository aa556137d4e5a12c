package oroshi.subscriptions;

/** Whoever makes a subscription usable: the platform on which the service runs. */
public interface ServiceSetup {
    /** Sets the subscription up; asking again for one that is set up already changes nothing. */
    Outcome setUp(Subscription subscription);

    /** How a set-up ended. */
    sealed interface Outcome {
        /** The customer can use it. */
        record Done() implements Outcome {}

        /** It can be tried again. The reason is shown to the partner. */
        record Failed(String reason) implements Outcome {}
    }
}
