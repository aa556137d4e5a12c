package oroshi.subscriptions;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.clock.Clocks;
import oroshi.relationships.Relationships;

/** Subscriptions of new commerce that become another product, or trials that become paid ones: the way to do it now. */
@Service
public class Transitions {
    private final Subscriptions subscriptions;
    private final UpgradePaths paths;
    private final TransitionRules rules;
    private final UpgradeSettlement settlement;
    private final UpgradeRoom room;
    private final Forecasts forecasts;
    private final TransitionTable table;
    private final Relationships relationships;
    private final Clocks clocks;

    Transitions(
            Subscriptions subscriptions,
            UpgradePaths paths,
            TransitionRules rules,
            UpgradeSettlement settlement,
            UpgradeRoom room,
            Forecasts forecasts,
            TransitionTable table,
            Relationships relationships,
            Clocks clocks) {
        this.subscriptions = subscriptions;
        this.paths = paths;
        this.rules = rules;
        this.settlement = settlement;
        this.room = room;
        this.forecasts = forecasts;
        this.table = table;
        this.relationships = relationships;
        this.clocks = clocks;
    }

    /**
     * What the subscription can become, be it classic or of new commerce.
     *
     * @param atRenewal whether the change waits for the renewal, when no other subscription can take the seats
     */
    @Transactional(readOnly = true)
    public List<UpgradeTarget> targets(
            PartnerId partnerId, CustomerId customerId, SubscriptionId id, boolean atRenewal) {
        var source = subscriptions.get(partnerId, customerId, id);
        var now = clocks.of(partnerId).instant();
        return paths.list(source, administers(partnerId, customerId), atRenewal, now);
    }

    /** The upgrades that began at the subscription, the earliest first; refuses a classic one. */
    @Transactional(readOnly = true)
    public List<Transition> list(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        TransitionRules.requireNewCommerce(subscriptions.get(partnerId, customerId, id));
        return table.list(partnerId, id);
    }

    /** What an upgrade would do and cost, or the refusal that it would meet; nothing is stored or counted. */
    @Transactional(readOnly = true)
    public TransitionPlan preview(PartnerId partnerId, CustomerId customerId, SubscriptionId id, NewTransition wish) {
        var now = clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
        return rules.plan(subscriptions.get(partnerId, customerId, id), wish, now);
    }

    /**
     * What an upgrade would come to for each subscription that it changes, with the renewals that follow; refuses what
     * {@link #create} would refuse.
     */
    @Transactional(readOnly = true)
    public List<Forecast> forecast(PartnerId partnerId, CustomerId customerId, SubscriptionId id, NewTransition wish) {
        var plan = preview(partnerId, customerId, id, wish);
        room.require(plan);
        return Stream.concat(Stream.of(plan.after()), plan.target().stream())
                .map(changed -> new Booking(changed, plan.charges(changed.id())))
                .map(forecasts::of)
                .toList();
    }

    /** As {@link #create} for whoever wants to know what became of the subscriptions. */
    @Transactional
    public TransitionPlan carryOut(PartnerId partnerId, CustomerId customerId, SubscriptionId id, NewTransition wish) {
        var plan = held(partnerId, customerId, id, wish);
        carryOut(plan);
        return plan;
    }

    /** Carries the upgrade out at once. Of two at once one is refused. */
    @Transactional
    public Transition create(PartnerId partnerId, CustomerId customerId, SubscriptionId id, NewTransition wish) {
        return carryOut(held(partnerId, customerId, id, wish));
    }

    /** What is charged for a cycle just now is not to come between the plan and what is stored. */
    private TransitionPlan held(PartnerId partnerId, CustomerId customerId, SubscriptionId id, NewTransition wish) {
        subscriptions.hold(partnerId, customerId, id);
        return preview(partnerId, customerId, id, wish);
    }

    private Transition carryOut(TransitionPlan plan) {
        var isTrial = plan.before().item().isTrial();
        var byHand = settlement.settle(plan, isTrial ? UpgradeSettlement.CONVERT : UpgradeSettlement.UPGRADE);
        var now = clocks.of(plan.before().partnerId()).instant();
        var transition = Transition.of(plan, byHand, now);
        table.insert(transition);
        return transition;
    }

    private boolean administers(PartnerId partnerId, CustomerId customerId) {
        return relationships.viewpoint(partnerId, customerId).delegatedAdministration();
    }
}
