package oroshi.subscriptions;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import oroshi.basics.SubscriptionId;

/** A platform that fails for subscriptions whose nickname asks for it, until it is repaired for them. */
@Component
@Primary
public class SwitchablePlatform implements ServiceSetup {
    /** Nickname of a subscription whose set-up fails. */
    public static final String BREAKS = "breaks during set-up";

    private final Set<SubscriptionId> repaired = ConcurrentHashMap.newKeySet();

    @Override
    public Outcome setUp(Subscription subscription) {
        return subscription.friendlyName().equals(BREAKS) && !repaired.contains(subscription.id())
                ? new Outcome.Failed("the platform has no room")
                : new Outcome.Done();
    }

    /** Lets the next try succeed for this one. */
    public void repair(SubscriptionId id) {
        repaired.add(id);
    }
}
