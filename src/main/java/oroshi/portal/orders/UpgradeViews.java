package oroshi.portal.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.portal.Choice;
import oroshi.portal.Texts;
import oroshi.subscriptions.ClassicUpgrades;
import oroshi.subscriptions.NewTransition;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.TransitionPlan;
import oroshi.subscriptions.TransitionRefusal;
import oroshi.subscriptions.Transitions;
import oroshi.subscriptions.UpgradeOutcome;
import oroshi.subscriptions.UpgradeTarget;
import oroshi.subscriptions.UpgradeTarget.Destination;

/** Gathers what pages show of upgrades, and carries them out in the way of the subscription's kind. */
@Component
class UpgradeViews {
    private final Transitions transitions;
    private final ClassicUpgrades classic;

    UpgradeViews(Transitions transitions, ClassicUpgrades classic) {
        this.transitions = transitions;
        this.classic = classic;
    }

    /** Whether there is a product above the subscription's. */
    boolean exist(CustomerRecord.Opened opened, Subscription subscription) {
        return !targets(opened, subscription).isEmpty();
    }

    UpgradeView view(CustomerRecord.Opened opened, Subscription subscription, boolean converts, Texts texts) {
        var targets = targets(opened, subscription);
        return new UpgradeView(
                opened.head(),
                subscription,
                converts,
                targets,
                subscription.item().isLegacy()
                        ? List.of()
                        : destinations(targets, texts.language().locale()),
                converts ? plans(subscription, targets, texts) : List.of(),
                null);
    }

    /** What would happen; refuses with what stands against it. */
    TransitionPlan preview(CustomerRecord.Opened opened, Subscription subscription, NewTransition wish) {
        var owner = opened.owner();
        var customer = opened.customerId();
        if (!subscription.item().isLegacy()) {
            return transitions.preview(owner, customer, subscription.id(), wish);
        }
        return possible(
                subscription.item().isTrial()
                        ? classic.previewConversion(
                                owner, customer, subscription.id(), wish.to(), wish.quantity(), cycle(wish))
                        : classic.preview(owner, customer, subscription.id(), wish.to(), Optional.empty()));
    }

    /** Does it. */
    TransitionPlan carryOut(CustomerRecord.Opened opened, Subscription subscription, NewTransition wish) {
        var owner = opened.owner();
        var customer = opened.customerId();
        if (!subscription.item().isLegacy()) {
            return transitions.carryOut(owner, customer, subscription.id(), wish);
        }
        return possible(
                subscription.item().isTrial()
                        ? classic.convert(owner, customer, subscription.id(), wish.to(), wish.quantity(), cycle(wish))
                        : classic.upgrade(owner, customer, subscription.id(), wish.to(), Optional.empty()));
    }

    private static BillingCycle cycle(NewTransition wish) {
        return wish.billingCycle().orElse(BillingCycle.MONTHLY);
    }

    private static TransitionPlan possible(UpgradeOutcome outcome) {
        return switch (outcome) {
            case UpgradeOutcome.Possible possible -> possible.plan();
            case UpgradeOutcome.Impossible impossible ->
                throw Refusal.because(TransitionRefusal.of(impossible.errors().getFirst()));
        };
    }

    private List<UpgradeTarget> targets(CustomerRecord.Opened opened, Subscription subscription) {
        return opened.in(() -> transitions.targets(opened.owner(), opened.customerId(), subscription.id(), false));
    }

    private static List<Choice> destinations(List<UpgradeTarget> targets, Locale locale) {
        return targets.stream()
                .flatMap(target -> target.destinations().stream())
                .filter(Destination::isEligible)
                .map(Destination::subscription)
                .map(there -> Choice.of(
                        there.id().toString(),
                        there.name(locale) + " (" + there.item().title().in(locale) + ", " + there.quantity() + ")"))
                .toList();
    }

    /** The ways to pay for what the trial is a trial of. */
    private static List<Choice> plans(Subscription trial, List<UpgradeTarget> targets, Texts texts) {
        return targets.stream()
                .map(UpgradeTarget::item)
                .findFirst()
                .map(item -> trial.item().isLegacy()
                        ? item.plans().stream()
                                .map(plan -> Choice.of(
                                        PlanChoices.value(plan),
                                        texts.text("orders.cycle."
                                                + plan.billingCycle().name())))
                                .toList()
                        : PlanChoices.of(item, texts))
                .orElse(List.of());
    }
}
