package oroshi.migrations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;

/** Moves of customers from the classic Azure offer to the Azure plan: one for each customer, with all that it owns. */
@Service
public class ProductUpgrades {
    private final ProductUpgradeJudge judge;
    private final ProductUpgradeTable table;
    private final Jobs jobs;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    ProductUpgrades(
            ProductUpgradeJudge judge,
            ProductUpgradeTable table,
            Jobs jobs,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.judge = judge;
        this.table = table;
        this.jobs = jobs;
        this.clocks = clocks;
        this.events = events;
    }

    /**
     * Whether a customer could move now.
     *
     * @param upgradeId the move that was begun already
     * @param obstacle what stands against one
     */
    public record Eligibility(Optional<UUID> upgradeId, Optional<Refusal> obstacle) {}

    /** Whether the customer could move now; refuses one that is not the partner's. Each look is a transaction. */
    public Eligibility eligibility(PartnerId partnerId, CustomerId customerId) {
        var obstacle = obstacle(partnerId, customerId);
        return new Eligibility(judge.latest(partnerId, customerId).map(ProductUpgrade::id), obstacle);
    }

    private Optional<Refusal> obstacle(PartnerId partnerId, CustomerId customerId) {
        try {
            judge.require(partnerId, customerId);
            return Optional.empty();
        } catch (Refusal refusal) {
            if (refusal.is(ProductUpgradeRefusal.CUSTOMER_INVALID)) {
                throw refusal;
            }
            return Optional.of(refusal);
        }
    }

    /**
     * Begins the move; the rest is done in the background. Refuses with the first thing that stands against it; of two at
     * once the later is refused.
     */
    @Transactional
    public ProductUpgrade begin(PartnerId partnerId, CustomerId customerId, String placedBy) {
        var products = judge.require(partnerId, customerId);
        var upgrade = new ProductUpgrade(
                partnerId,
                Ids.next(),
                customerId,
                ProductUpgradeStatus.PENDING,
                placedBy,
                now(partnerId),
                Optional.empty(),
                Optional.empty(),
                products);
        if (!table.insert(upgrade)) {
            throw running(partnerId, customerId);
        }
        jobs.add(ProductUpgradeRun.JOB, partnerId, List.of(upgrade.id()));
        events.publishEvent(ProductUpgradeChanged.of(upgrade));
        return upgrade;
    }

    private Refusal running(PartnerId partnerId, CustomerId customerId) {
        var other = table.findLatest(partnerId, customerId)
                .map(earlier -> earlier.id().toString())
                .orElse("");
        return Refusal.because(ProductUpgradeRefusal.RUNNING, other);
    }

    /** The move; refuses one that the partner does not have, and one of another of its customers. */
    @Transactional(readOnly = true)
    public ProductUpgrade get(PartnerId partnerId, CustomerId customerId, UUID id) {
        var upgrade =
                table.find(partnerId, id).orElseThrow(() -> Refusal.because(ProductUpgradeRefusal.UPGRADE_UNKNOWN, id));
        if (!upgrade.customerId().equals(customerId)) {
            throw Refusal.because(ProductUpgradeRefusal.OF_ANOTHER, id, customerId);
        }
        return upgrade;
    }

    /** How the customer's move stands, if there was any. */
    @Transactional(readOnly = true)
    public Optional<ProductUpgrade> find(PartnerId partnerId, CustomerId customerId) {
        return table.findLatest(partnerId, customerId);
    }

    Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }
}
