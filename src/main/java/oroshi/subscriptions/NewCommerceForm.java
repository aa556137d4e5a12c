package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Term;
import oroshi.rest.Attributes;
import oroshi.rest.Link;
import oroshi.rest.WireTime;
import oroshi.subscriptions.SubscriptionResource.LineItem;
import oroshi.subscriptions.SubscriptionResource.ProductType;
import oroshi.subscriptions.SubscriptionResource.Reading;
import oroshi.subscriptions.SubscriptionResource.RefundOption;
import oroshi.subscriptions.SubscriptionResource.RefundableQuantity;
import oroshi.subscriptions.SubscriptionResource.SubscriptionLinks;

/** How the wire shows a subscription of new commerce: with its term, its charge cycle and what can be taken back. */
final class NewCommerceForm {
    private NewCommerceForm() {}

    static SubscriptionResource of(Subscription subscription, Reading reading) {
        var item = subscription.item();
        var commitment = subscription.commitment();
        var window = CancellationWindow.of(subscription)
                .filter(open -> open.isOpen(reading.at()) && subscription.status() != SubscriptionStatus.DELETED);
        var next = reading.scheduled(subscription);
        var cycleEnd = commitment.cycleEnd(LocalDate.ofInstant(reading.at(), ZoneOffset.UTC));
        return new SubscriptionResource(
                subscription.id().toString(),
                item.id(),
                item.title().in(reading.locale()),
                subscription.name(reading.locale()),
                productType(item.kind()),
                subscription.quantity(),
                item.kind().isBenefit() ? "Benefit" : item.unitType(),
                null,
                false,
                WireTime.moment(subscription.createdAt()),
                WireTime.moment(commitment.startedAt()),
                SubscriptionWire.commitmentEnd(subscription),
                commitment.lastDay().map(WireTime::endOf).orElse(null),
                window.map(CancellationWindow::until).map(WireTime::moment).orElse(null),
                cycleEnd.map(WireTime::startOf).orElse(null),
                cycleEnd.map(WireTime::endOf).orElse(null),
                reading.status(subscription),
                subscription.renewsItself(),
                next.map(ScheduledNextTerm::of).orElse(null),
                subscription
                        .upcoming()
                        .nextCharge()
                        .map(charge -> NextChargeInstructions.of(subscription, charge))
                        .orElse(null),
                item.isTrial(),
                SubscriptionWire.billingType(subscription),
                commitment.billingCycle().wire(),
                commitment.term().wire(),
                next.map(NextTerm::term)
                        .or(subscription::renewalTerm)
                        .map(Term::wire)
                        .orElse(""),
                window.map(open -> refunds(open, reading.at())).orElse(null),
                refundable(subscription, reading.at()),
                item.isOperatorProduct(),
                null,
                subscription.resellerMpnId().orElse(""),
                subscription.status() == SubscriptionStatus.SET_UP_FAILED,
                false,
                "subscription",
                item.publisherName(),
                subscription.promotionId().orElse(null),
                reading.predecessor(subscription),
                subscription.orderNumber(),
                item.kind().isBenefit() ? subscription.orderId().toString() : null,
                subscription
                        .benefit()
                        .map(benefit -> List.of(LineItem.of(subscription, benefit, reading)))
                        .orElse(null),
                links(subscription),
                Attributes.of("Subscription"));
    }

    private static ProductType productType(ItemKind kind) {
        var type = ProductType.of(typeOf(kind));
        return kind == ItemKind.SAVINGS_PLAN ? type.under("SavingsPlan") : type;
    }

    private static String typeOf(ItemKind kind) {
        return switch (kind) {
            case LICENSE -> "OnlineServicesNCE";
            case USAGE, RESERVATION, SAVINGS_PLAN -> "Azure";
            case SOFTWARE -> "Software";
            case MARKETPLACE -> "SaaS";
        };
    }

    private static List<RefundOption> refunds(CancellationWindow window, Instant now) {
        return window.refunds(now).stream()
                .map(refund -> new RefundOption(refund.full() ? "Full" : "Partial", WireTime.second(refund.until())))
                .toList();
    }

    /** The seats that may still be given back; other kinds cannot lose seats. */
    private static @Nullable RefundableQuantity refundable(Subscription subscription, Instant now) {
        var open = subscription.batches().open(now).stream()
                .map(batch -> new RefundableQuantity.Batch(batch.quantity(), WireTime.moment(batch.until())))
                .toList();
        return open.isEmpty() || subscription.status() == SubscriptionStatus.DELETED
                ? null
                : new RefundableQuantity(subscription.batches().openSeats(now), open);
    }

    private static SubscriptionLinks links(Subscription subscription) {
        var parts = List.of(subscription.item().id().split(":", -1));
        var country = "?country=" + subscription.country();
        var product = "/products/" + parts.getFirst();
        var sku = parts.size() > 1 ? product + "/skus/" + parts.get(1) : null;
        var availability = parts.size() > 2 ? sku + "/availabilities/" + parts.get(2) : null;
        var self = SubscriptionWire.path(subscription);
        var activation =
                subscription.item().kind() == ItemKind.MARKETPLACE ? Link.get(self + "/activationlinks") : null;
        return new SubscriptionLinks(
                null,
                null,
                Link.get(product + country),
                sku == null ? null : Link.get(sku + country),
                availability == null ? null : Link.get(availability + country),
                activation,
                Link.get(self));
    }
}
