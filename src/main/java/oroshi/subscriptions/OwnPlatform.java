package oroshi.subscriptions;

import org.springframework.stereotype.Component;

/** The installation itself as the platform: its directory and its subscriptions are all there is to set up. */
@Component
class OwnPlatform implements ServiceSetup {
    @Override
    public Outcome setUp(Subscription subscription) {
        return new Outcome.Done();
    }
}
