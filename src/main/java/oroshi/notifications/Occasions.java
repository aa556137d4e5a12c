package oroshi.notifications;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import oroshi.agreements.AgreementAccepted;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.PartnershipChanged;
import oroshi.relationships.RelationshipExtended;
import oroshi.subscriptions.SubscriptionChanged;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.transfers.TransferChanged;

/** What happens elsewhere that people should know, told inside the transaction in which it happens. */
@Component
class Occasions {
    private final Notifications notifications;
    private final Partners partners;

    Occasions(Notifications notifications, Partners partners) {
        this.notifications = notifications;
        this.partners = partners;
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
    void on(PartnershipChanged event) {
        switch (event.change()) {
            case AUTHORIZED -> tell(partnership(NotificationKind.PARTNERSHIP_MADE, event.other()));
            case AGREED -> tell(partnership(NotificationKind.PARTNERSHIP_AGREED, event.other()));
            case WITHDRAWN, REMOVED -> {}
        }
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

    /** Each side learns what the other did, and both what happened by itself. */
    @EventListener
    void on(TransferChanged event) {
        var here = PartnerScope.current().orElseThrow();
        if (event.by().filter(here::equals).isEmpty()) {
            tell(new News(
                    event.isNew() ? NotificationKind.TRANSFER_BEGUN : NotificationKind.TRANSFER_CHANGED,
                    Ids.next().toString(),
                    event.customerId(),
                    Map.of(
                            "partner", partners.get(event.otherThan(here)).legalName(),
                            "transfer", event.resourceId(),
                            "operation", event.operation(),
                            "status", event.status().name())));
        }
    }

    private static News partnership(NotificationKind kind, Partner other) {
        return new News(
                kind,
                Ids.next().toString(),
                Optional.empty(),
                Map.of("partner", other.legalName(), "type", other.type().name()));
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
