package oroshi.notifications;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import oroshi.agreements.AgreementAccepted;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.relationships.PartnershipAuthorized;
import oroshi.relationships.RelationshipExtended;
import oroshi.subscriptions.SubscriptionChanged;
import oroshi.subscriptions.SubscriptionStatus;

/** What happens elsewhere that people should know, told inside the transaction in which it happens. */
@Component
class Occasions {
    private final Notifications notifications;

    Occasions(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(AgreementAccepted event) {
        tell(new News(
                NotificationKind.AGREEMENT_ACCEPTED,
                Ids.next().toString(),
                event.customerId(),
                Map.of("acceptedBy", event.acceptance().userName())));
    }

    @EventListener
    void on(PartnershipAuthorized event) {
        var other = event.other();
        tell(new News(
                NotificationKind.PARTNERSHIP_MADE,
                Ids.next().toString(),
                Optional.empty(),
                Map.of("partner", other.legalName(), "type", other.type().name())));
    }

    @EventListener
    void on(RelationshipExtended event) {
        tell(new News(NotificationKind.RELATIONSHIP_ACCEPTED, Ids.next().toString(), event.customerId(), Map.of()));
    }

    @EventListener
    void on(SubscriptionChanged event) {
        if (SubscriptionStatus.SET_UP_FAILED.name().equals(event.newValues().get("status"))) {
            tell(new News(
                    NotificationKind.SET_UP_FAILED,
                    Ids.next().toString(),
                    event.customerId(),
                    Map.of("subscription", event.subscriptionId().toString())));
        }
    }

    /** The partner in scope is the one that learns of it: an event with two sides is published once on each. */
    private void tell(News news) {
        notifications.tell(partner(news), news);
    }

    private static PartnerId partner(News news) {
        return PartnerScope.current()
                .orElseThrow(() -> new IllegalStateException(news.kind() + " happened outside a partner's scope"));
    }
}
