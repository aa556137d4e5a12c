package oroshi.migrations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.migrations.ProductUpgrade.Failure;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Successors;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/**
 * Moves customers to the Azure plan in the background. A first step says that it has begun, a second one orders the plan
 * and ends what becomes part of it. What can't be carried out is noted as failed, and the classic subscriptions go on.
 */
@Component
class ProductUpgradeRun extends OneByOne {
    static final String JOB = "upgrade-products";

    private final Jobs jobs;
    private final ProductUpgradeTable table;
    private final ProductUpgrades upgrades;
    private final Subscriptions subscriptions;
    private final Departures departures;
    private final Successors successors;
    private final ApplicationEventPublisher events;

    ProductUpgradeRun(
            Jobs jobs,
            ProductUpgradeTable table,
            ProductUpgrades upgrades,
            Subscriptions subscriptions,
            Departures departures,
            Successors successors,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        super(JOB, "The product upgrades", jobs, transactions);
        this.jobs = jobs;
        this.table = table;
        this.upgrades = upgrades;
        this.subscriptions = subscriptions;
        this.departures = departures;
        this.successors = successors;
        this.events = events;
    }

    @Override
    public String name() {
        return "productUpgrades";
    }

    @Override
    void carryOut(PartnerId partnerId, UUID id) {
        table.findRunning(partnerId, id).ifPresent(this::goOn);
    }

    private void goOn(ProductUpgrade upgrade) {
        switch (upgrade.status()) {
            case PENDING -> begin(upgrade);
            case IN_PROGRESS -> carryOut(upgrade);
            case COMPLETED, FAILED -> {}
        }
    }

    private void begin(ProductUpgrade upgrade) {
        store(upgrade.working());
        jobs.add(JOB, upgrade.partnerId(), List.of(upgrade.id()));
    }

    private void carryOut(ProductUpgrade upgrade) {
        departures.hold(
                upgrade.partnerId(),
                upgrade.customerId(),
                upgrade.products().stream().map(UpgradedProduct::subscriptionId).toList());
        var plans = plans(upgrade);
        var became = new ArrayList<UpgradedProduct>();
        for (var product : upgrade.products()) {
            var plan = product.planId().or(() -> Optional.ofNullable(plans.get(product.planKey())));
            became.add(move(upgrade, product, plan.orElseThrow()));
        }
        store(upgrade.completed(upgrades.now(upgrade.partnerId()), became));
    }

    /** The plans that have to be ordered, by what the catalog calls them: one for everything that becomes part of it. */
    private Map<String, SubscriptionId> plans(ProductUpgrade upgrade) {
        var lines = new LinkedHashMap<String, NewOrderLine>();
        for (var product : upgrade.products()) {
            if (product.planId().isEmpty()) {
                lines.computeIfAbsent(
                        product.planKey(), key -> ProductUpgradeJudge.line(leaving(upgrade, product), key));
            }
        }
        if (lines.isEmpty()) {
            return Map.of();
        }
        var placed = successors.place(
                upgrade.partnerId(), upgrade.customerId(), List.copyOf(lines.values()), upgrade.placedBy());
        var plans = new LinkedHashMap<String, SubscriptionId>();
        var position = 0;
        for (var key : lines.keySet()) {
            plans.put(key, placed.get(position++).subscriptionId());
        }
        return plans;
    }

    private UpgradedProduct move(ProductUpgrade upgrade, UpgradedProduct product, SubscriptionId plan) {
        if (!departures.end(leaving(upgrade, product))) {
            throw ProductUpgradeJudge.refused(product.subscriptionId() + " is not active any more.");
        }
        departures.arrive(upgrade.partnerId(), product.subscriptionId(), plan);
        return product.in(plan);
    }

    private Subscription leaving(ProductUpgrade upgrade, UpgradedProduct product) {
        return subscriptions.get(upgrade.partnerId(), upgrade.customerId(), product.subscriptionId());
    }

    @Override
    void giveUp(PartnerId partnerId, UUID id, RuntimeException broken) {
        table.findRunning(partnerId, id)
                .map(upgrade -> upgrade.failed(upgrades.now(partnerId), failure(broken)))
                .ifPresent(this::store);
    }

    private static Failure failure(RuntimeException broken) {
        return broken instanceof Refusal refusal
                ? new Failure(refusal.reason().code(), String.valueOf(refusal.getMessage()))
                : new Failure(ProductUpgradeRefusal.REFUSED.code(), "The move broke off; try again.");
    }

    private void store(ProductUpgrade upgrade) {
        table.update(upgrade);
        events.publishEvent(ProductUpgradeChanged.of(upgrade));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> upgradeProducts(ProductUpgradeRun run, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> run.run());
        }
    }
}
