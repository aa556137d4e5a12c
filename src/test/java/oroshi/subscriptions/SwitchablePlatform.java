package oroshi.subscriptions;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A platform that fails for subscriptions whose nickname asks for it, while it is not repaired. */
@Component
@Primary
public class SwitchablePlatform implements ServiceSetup {
    /** Nickname of a subscription whose set-up fails. */
    public static final String BREAKS = "breaks during set-up";

    private volatile boolean repaired;

    @Override
    public Outcome setUp(Subscription subscription) {
        return subscription.friendlyName().equals(BREAKS) && !repaired
                ? new Outcome.Failed("the platform has no room")
                : new Outcome.Done();
    }

    /** Until somebody calls {@link #breakAgain}. */
    public void repair() {
        repaired = true;
    }

    public void breakAgain() {
        repaired = false;
    }
}
