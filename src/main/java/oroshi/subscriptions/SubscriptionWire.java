package oroshi.subscriptions;

import java.time.LocalDate;
import oroshi.rest.Link;
import oroshi.rest.WireTime;

/** What both forms of the Subscription resource have in common. */
final class SubscriptionWire {
    /** Stands for a commitment without end. */
    private static final LocalDate FAR_FUTURE = LocalDate.of(9999, 12, 31);

    private SubscriptionWire() {}

    static String path(Subscription subscription) {
        return "/customers/" + subscription.customerId() + "/subscriptions/" + subscription.id();
    }

    static Link parent(Subscription subscription, String parentId) {
        return Link.get("/customers/" + subscription.customerId() + "/subscriptions/" + parentId);
    }

    static String commitmentEnd(Subscription subscription) {
        return WireTime.startOf(subscription.commitment().lastDay().orElse(FAR_FUTURE));
    }

    static String billingType(Subscription subscription) {
        return switch (subscription.item().kind()) {
            case USAGE -> "usage";
            case RESERVATION, SAVINGS_PLAN -> "benefit";
            case LICENSE, SOFTWARE, MARKETPLACE -> "license";
        };
    }
}
