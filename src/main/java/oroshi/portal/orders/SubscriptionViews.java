package oroshi.portal.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.Catalog;
import oroshi.clock.Clocks;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.relationships.Partnerships;
import oroshi.subscriptions.Registrations;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.SupportContacts;

/** Gathers what pages show of subscriptions. */
@Component
class SubscriptionViews {
    private final Subscriptions subscriptions;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Clocks clocks;
    private final SupportContacts contacts;
    private final Registrations registrations;
    private final Catalog catalog;
    private final UpgradeViews upgrades;
    private final MigrationViews migrations;

    SubscriptionViews(
            Subscriptions subscriptions,
            Partnerships partnerships,
            Partners partners,
            Clocks clocks,
            SupportContacts contacts,
            Registrations registrations,
            Catalog catalog,
            UpgradeViews upgrades,
            MigrationViews migrations) {
        this.subscriptions = subscriptions;
        this.partnerships = partnerships;
        this.partners = partners;
        this.clocks = clocks;
        this.contacts = contacts;
        this.registrations = registrations;
        this.catalog = catalog;
        this.upgrades = upgrades;
        this.migrations = migrations;
    }

    /** The subscription; one of another customer is as unknown as one that does not exist. */
    Subscription get(CustomerRecord.Opened opened, SubscriptionId id) {
        return opened.in(() -> subscriptions.get(opened.owner(), opened.customerId(), id));
    }

    List<SubscriptionRow> rows(CustomerRecord.Opened opened) {
        return all(opened).stream()
                .map(subscription -> row(opened, subscription))
                .toList();
    }

    SubscriptionView view(Caller caller, CustomerRecord.Opened opened, Subscription subscription) {
        var rights = rights(caller, opened, subscription);
        var addOns = all(opened).stream()
                .filter(other -> other.parent().equals(Optional.of(subscription.id())))
                .map(addOn -> row(opened, addOn))
                .toList();
        return new SubscriptionView(
                opened.head(),
                row(opened, subscription),
                addOns,
                rights,
                rights.reseller() ? resellers(opened, subscription) : List.of(),
                opened.in(() -> support(opened, subscription, rights)),
                opened.in(() -> renewal(opened, subscription)),
                rights.upgrade() && upgrades.exist(opened, subscription),
                rights.register() && opened.in(() -> !registrations.isRegistered(subscription)),
                migrations.state(opened, subscription),
                List.of());
    }

    private SubscriptionView.Renewal renewal(CustomerRecord.Opened opened, Subscription subscription) {
        var scheduled = subscription.upcoming().nextTerm();
        var next = scheduled.or(() -> Optional.ofNullable(
                subscriptions.conversions(List.of(subscription)).get(subscription.id())));
        var now = clocks.of(opened.owner()).instant();
        var cloud = partners.get(opened.owner()).cloud();
        return new SubscriptionView.Renewal(
                next, next.flatMap(terms -> catalog.findTitle(cloud, terms.key(), now)), scheduled.isPresent());
    }

    private SubscriptionView.Support support(
            CustomerRecord.Opened opened, Subscription subscription, SubscriptionRights rights) {
        var contact = contacts.get(opened.owner(), opened.customerId(), subscription.id());
        var choices = rights.supportContact()
                ? Stream.concat(Stream.of(contact), contacts.eligible(opened.owner(), opened.customerId()).stream())
                        .distinct()
                        .map(partner ->
                                Choice.of(partner.id().toString(), partner.legalName() + " (" + partner.mpnId() + ")"))
                        .toList()
                : List.<Choice>of();
        return new SubscriptionView.Support(contact, choices);
    }

    SubscriptionRights rights(Caller caller, CustomerRecord.Opened opened, Subscription subscription) {
        if (migrations.isAway(opened, subscription)) {
            return SubscriptionRights.none();
        }
        var now = clocks.of(opened.owner()).instant();
        return SubscriptionRights.of(caller, opened.viewpoint(), subscription, now);
    }

    private List<Subscription> all(CustomerRecord.Opened opened) {
        return opened.in(() -> subscriptions.list(opened.owner(), opened.customerId()));
    }

    private SubscriptionRow row(CustomerRecord.Opened opened, Subscription subscription) {
        var cloud = partners.get(opened.owner()).cloud();
        var reseller = subscription.resellerMpnId().flatMap(mpnId -> partners.findByMpnId(cloud, mpnId));
        return new SubscriptionRow(subscription, opened.viewpoint().seesPrices(), reseller.map(Partner::legalName));
    }

    private List<Choice> resellers(CustomerRecord.Opened opened, Subscription subscription) {
        var choices = new ArrayList<Choice>();
        for (var reseller : partnerships.selectable(opened.owner(), subscription.country())) {
            if (reseller.isSelectable()) {
                var partner = reseller.partner();
                choices.add(Choice.of(partner.mpnId(), partner.legalName() + " (" + partner.mpnId() + ")"));
            }
        }
        subscription
                .resellerMpnId()
                .filter(mpnId ->
                        choices.stream().noneMatch(choice -> choice.value().equals(mpnId)))
                .ifPresent(mpnId -> choices.add(Choice.of(mpnId, mpnId)));
        return choices;
    }
}
