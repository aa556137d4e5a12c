package oroshi.migrations;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.clock.Clocks;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Successors;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/**
 * Whether a customer can move from the classic Azure offer to the Azure plan: nothing was begun before, everything that it
 * owns of the offer runs and has done so for a day, and the plan is sold to it.
 */
@Component
class ProductUpgradeJudge {
    /** So old everything has to be that moves: what was bought just now is still being reported to the meters. */
    static final Duration SETTLED = Duration.ofHours(24);

    private final ProductUpgradeTable table;
    private final Subscriptions subscriptions;
    private final Relationships relationships;
    private final Successors successors;
    private final Catalog catalog;
    private final Partners partners;
    private final Clocks clocks;

    ProductUpgradeJudge(
            ProductUpgradeTable table,
            Subscriptions subscriptions,
            Relationships relationships,
            Successors successors,
            Catalog catalog,
            Partners partners,
            Clocks clocks) {
        this.table = table;
        this.subscriptions = subscriptions;
        this.relationships = relationships;
        this.successors = successors;
        this.catalog = catalog;
        this.partners = partners;
        this.clocks = clocks;
    }

    /** What would move, the oldest first; refuses with the first thing that stands against it. */
    @Transactional
    public List<UpgradedProduct> require(PartnerId partnerId, CustomerId customerId) {
        requireCustomer(partnerId, customerId);
        table.findLatest(partnerId, customerId).ifPresent(ProductUpgradeJudge::requireFailed);
        var owned = subscriptions.list(partnerId, customerId);
        var leaving = owned.stream()
                .filter(Subscription::isClassicAzure)
                .filter(ProductUpgradeJudge::isInUse)
                .sorted(Comparator.comparing(Subscription::createdAt))
                .toList();
        requireSettled(leaving, clocks.of(partnerId).instant());
        requireOpen(partnerId, customerId);
        return leaving.stream().map(one -> product(one, owned)).toList();
    }

    /** The customer's move, if one was begun. */
    @Transactional(readOnly = true)
    public Optional<ProductUpgrade> latest(PartnerId partnerId, CustomerId customerId) {
        return table.findLatest(partnerId, customerId);
    }

    private void requireCustomer(PartnerId partnerId, CustomerId customerId) {
        if (customerId.tenantId().equals(partnerId.tenantId())) {
            throw Refusal.because(ProductUpgradeRefusal.SHARED_SERVICES);
        }
        if (relationships.find(partnerId, customerId).isEmpty()) {
            throw Refusal.because(ProductUpgradeRefusal.CUSTOMER_INVALID, customerId);
        }
    }

    private static void requireFailed(ProductUpgrade earlier) {
        switch (earlier.status()) {
            case PENDING, IN_PROGRESS -> throw Refusal.because(ProductUpgradeRefusal.RUNNING, earlier.id());
            case COMPLETED -> throw Refusal.because(ProductUpgradeRefusal.COMPLETED, earlier.id());
            case FAILED -> {}
        }
    }

    private static void requireSettled(List<Subscription> leaving, Instant now) {
        if (leaving.isEmpty()) {
            throw Refusal.because(ProductUpgradeRefusal.NOTHING_OWNED);
        }
        for (var one : leaving) {
            if (one.status() == SubscriptionStatus.SUSPENDED) {
                throw Refusal.because(ProductUpgradeRefusal.SUSPENDED, one.id());
            }
        }
        for (var one : leaving) {
            if (one.status() != SubscriptionStatus.ACTIVE || one.createdAt().isAfter(now.minus(SETTLED))) {
                throw Refusal.because(ProductUpgradeRefusal.TOO_RECENT, one.id(), SETTLED.toHours());
            }
        }
    }

    /** The partner may sell to the customer: its status, the relationship, the customer's agreement. */
    private void requireOpen(PartnerId partnerId, CustomerId customerId) {
        try {
            successors.requireOpen(partnerId, customerId);
        } catch (Refusal closed) {
            throw refused(Problem.of(closed));
        }
    }

    private UpgradedProduct product(Subscription leaving, List<Subscription> owned) {
        var key = catalog.findSuccessor(
                        partners.get(leaving.partnerId()).cloud(),
                        leaving.item().key(),
                        clocks.of(leaving.partnerId()).instant())
                .orElseThrow(() -> notSold(leaving));
        return owned.stream()
                .filter(one -> one.item().key().equals(key) && one.status() == SubscriptionStatus.ACTIVE)
                .findFirst()
                .map(plan ->
                        product(leaving, key, plan.item().title().english()).in(plan.id()))
                .orElseGet(() ->
                        product(leaving, key, foreseen(leaving, key).title().english()));
    }

    private static UpgradedProduct product(Subscription leaving, String key, String plan) {
        return new UpgradedProduct(leaving.id(), leaving.item().title().english(), key, plan, Optional.empty());
    }

    private CatalogItem foreseen(Subscription leaving, String key) {
        var foreseen = successors
                .foresee(leaving.partnerId(), leaving.customerId(), List.of(line(leaving, key)))
                .getFirst();
        var item = foreseen.item().orElseThrow(() -> notSold(leaving));
        foreseen.obstacle().ifPresent(obstacle -> {
            throw refused(obstacle);
        });
        return item;
    }

    /** The line that the plan is ordered with: under the nickname of what moves, for whoever resold it. */
    static NewOrderLine line(Subscription leaving, String key) {
        var title = leaving.item().title().english();
        return NewOrderLine.of(key, 1, BillingCycle.MONTHLY)
                .withCurrency(Optional.of(leaving.unitPrice().getCurrencyUnit().getCode()))
                .withNickname(Optional.of(leaving.friendlyName()).filter(name -> !name.equals(title)))
                .withResellerOrNone(leaving.resellerMpnId())
                .withAttestation();
    }

    private static boolean isInUse(Subscription subscription) {
        return switch (subscription.status()) {
            case ACTIVE, SUSPENDED, SETTING_UP, PENDING -> true;
            case SET_UP_FAILED, EXPIRED, DISABLED, DELETED -> false;
        };
    }

    private static Refusal notSold(Subscription leaving) {
        return Refusal.because(
                ProductUpgradeRefusal.PLAN_NOT_SOLD, leaving.item().title());
    }

    static Refusal refused(Object why) {
        return Refusal.because(ProductUpgradeRefusal.REFUSED, why);
    }
}
