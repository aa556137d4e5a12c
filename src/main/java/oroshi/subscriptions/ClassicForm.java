package oroshi.subscriptions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import oroshi.basics.SubscriptionId;
import oroshi.rest.Attributes;
import oroshi.rest.Link;
import oroshi.rest.WireTime;
import oroshi.subscriptions.SubscriptionResource.Reading;
import oroshi.subscriptions.SubscriptionResource.SubscriptionLinks;

/** How the wire shows a subscription to a classic offer: under optimistic concurrency, without term and windows. */
final class ClassicForm {
    private ClassicForm() {}

    static SubscriptionResource of(Subscription subscription, Reading reading) {
        var item = subscription.item();
        return new SubscriptionResource(
                subscription.id().toString(),
                item.id(),
                item.title().in(reading.locale()),
                subscription.name(reading.locale()),
                null,
                subscription.quantity(),
                item.unitType(),
                subscription.parent().map(SubscriptionId::toString).orElse(null),
                reading.addOnBases().contains(item.key()),
                WireTime.moment(subscription.createdAt()),
                WireTime.startOf(subscription.commitment().startsOn()),
                SubscriptionWire.commitmentEnd(subscription),
                null,
                null,
                null,
                null,
                reading.status(subscription),
                subscription.renewsItself(),
                null,
                null,
                item.isTrial(),
                SubscriptionWire.billingType(subscription),
                subscription.commitment().billingCycle().wire(),
                null,
                null,
                null,
                null,
                null,
                List.of("edit", "cancel"),
                subscription.resellerMpnId().orElse(null),
                null,
                null,
                "subscription",
                null,
                subscription.promotionId().orElse(null),
                null,
                subscription.orderNumber(),
                null,
                null,
                links(subscription),
                Attributes.of("Subscription", etag(subscription)));
    }

    private static SubscriptionLinks links(Subscription subscription) {
        var offer = Link.get("/offers/" + subscription.item().id() + "?country=" + subscription.country());
        var parent = subscription
                .parent()
                .map(id -> SubscriptionWire.parent(subscription, id.toString()))
                .orElse(null);
        return new SubscriptionLinks(
                offer, parent, null, null, null, null, Link.get(SubscriptionWire.path(subscription)));
    }

    static String etag(Subscription subscription) {
        var version = "{\"id\":\"%s\",\"version\":%d}".formatted(subscription.id(), subscription.version());
        return Base64.getEncoder().encodeToString(version.getBytes(StandardCharsets.UTF_8));
    }
}
