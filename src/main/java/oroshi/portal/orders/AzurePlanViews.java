package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.agreements.AgreementRefusal;
import oroshi.basics.Reason;
import oroshi.catalog.Catalog;
import oroshi.clock.Clocks;
import oroshi.migrations.ProductUpgrade;
import oroshi.migrations.ProductUpgradeStatus;
import oroshi.migrations.ProductUpgrades;
import oroshi.migrations.UpgradedProduct;
import oroshi.orders.OrderRefusal;
import oroshi.partners.Partners;
import oroshi.portal.Message;
import oroshi.subscriptions.Subscriptions;

/** Gathers what the page of a customer's move to the Azure plan shows. */
@Component
class AzurePlanViews {
    /** What may have come between the beginning of a move and its end, and is told without anything more about it. */
    private static final List<Reason> KNOWN = List.of(
            OrderRefusal.SUCCESSOR_NOT_SET_UP,
            OrderRefusal.PARTNER_SUSPENDED,
            OrderRefusal.PARTNER_AGREEMENT_MISSING,
            AgreementRefusal.MISSING);

    private final ProductUpgrades upgrades;
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final Partners partners;
    private final Clocks clocks;

    AzurePlanViews(
            ProductUpgrades upgrades, Subscriptions subscriptions, Catalog catalog, Partners partners, Clocks clocks) {
        this.upgrades = upgrades;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.partners = partners;
        this.clocks = clocks;
    }

    AzurePlanView view(CustomerRecord.Opened opened) {
        var latest = upgrades.find(opened.owner(), opened.customerId());
        return new AzurePlanView(
                opened.head(),
                latest,
                latest.flatMap(ProductUpgrade::failure).map(AzurePlanViews::failure),
                latest.map(move -> rows(opened, move.products())).orElse(List.of()),
                latest.filter(move -> move.status() != ProductUpgradeStatus.FAILED)
                                .isPresent()
                        ? Optional.empty()
                        : obstacle(opened));
    }

    private Optional<Message> obstacle(CustomerRecord.Opened opened) {
        return upgrades.eligibility(opened.owner(), opened.customerId())
                .obstacle()
                .map(Message::of);
    }

    private static Message failure(ProductUpgrade.Failure failure) {
        return KNOWN.stream()
                .filter(reason -> reason.code() == failure.code())
                .findFirst()
                .map(reason -> Message.of(reason.key()))
                .orElseGet(() -> Message.of("azurePlan.failed"));
    }

    private List<AzurePlanView.Row> rows(CustomerRecord.Opened opened, List<UpgradedProduct> products) {
        var cloud = partners.get(opened.owner()).cloud();
        var now = clocks.of(opened.owner()).instant();
        return products.stream()
                .map(product -> new AzurePlanView.Row(
                        product,
                        subscriptions.find(opened.owner(), opened.customerId(), product.subscriptionId()),
                        catalog.findTitle(cloud, product.planKey(), now)))
                .toList();
    }
}
