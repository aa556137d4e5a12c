package oroshi.subscriptions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.clock.Clocks;
import oroshi.relationships.Relationships;

/** Classic subscriptions that become a higher offer, and classic trials that become paid ones: the way to do it. */
@Service
public class ClassicUpgrades {
    private final Subscriptions subscriptions;
    private final ClassicRules rules;
    private final UpgradeSettlement settlement;
    private final TransitionTable table;
    private final Relationships relationships;
    private final Clocks clocks;

    ClassicUpgrades(
            Subscriptions subscriptions,
            ClassicRules rules,
            UpgradeSettlement settlement,
            TransitionTable table,
            Relationships relationships,
            Clocks clocks) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.settlement = settlement;
        this.table = table;
        this.relationships = relationships;
        this.clocks = clocks;
    }

    /** What an upgrade would do and cost, or what stands against it; nothing is stored. */
    @Transactional(readOnly = true)
    public UpgradeOutcome preview(
            PartnerId partnerId, CustomerId customerId, SubscriptionId id, String offerId, Optional<Integer> seats) {
        var source = subscriptions.get(partnerId, customerId, id);
        var administers = relationships.viewpoint(partnerId, customerId).delegatedAdministration();
        return rules.upgrade(source, offerId, seats.orElse(source.quantity()), administers, now(partnerId));
    }

    /** Carries the upgrade out, unless something stands against it. Of two at once one is refused. */
    @Transactional
    public UpgradeOutcome upgrade(
            PartnerId partnerId, CustomerId customerId, SubscriptionId id, String offerId, Optional<Integer> seats) {
        subscriptions.hold(partnerId, customerId, id);
        return carriedOut(preview(partnerId, customerId, id, offerId, seats), UpgradeSettlement.UPGRADE);
    }

    /** The offers that the trial can become; none for what is no classic trial. */
    @Transactional(readOnly = true)
    public List<CatalogItem> conversions(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return rules.conversions(subscriptions.get(partnerId, customerId, id), now(partnerId));
    }

    /** As {@link #preview} for a trial. */
    @Transactional(readOnly = true)
    public UpgradeOutcome previewConversion(
            PartnerId partnerId,
            CustomerId customerId,
            SubscriptionId id,
            String offerId,
            int seats,
            BillingCycle cycle) {
        return rules.convert(subscriptions.get(partnerId, customerId, id), offerId, seats, cycle, now(partnerId));
    }

    /** Converts the trial, unless something stands against it. */
    @Transactional
    public UpgradeOutcome convert(
            PartnerId partnerId,
            CustomerId customerId,
            SubscriptionId id,
            String offerId,
            int seats,
            BillingCycle cycle) {
        subscriptions.hold(partnerId, customerId, id);
        return carriedOut(
                previewConversion(partnerId, customerId, id, offerId, seats, cycle), UpgradeSettlement.CONVERT);
    }

    private UpgradeOutcome carriedOut(UpgradeOutcome outcome, String operation) {
        if (outcome instanceof UpgradeOutcome.Possible possible) {
            var plan = possible.plan();
            var byHand = settlement.settle(plan, operation);
            table.insert(Transition.of(plan, byHand, now(plan.before().partnerId())));
        }
        return outcome;
    }

    private Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }
}
