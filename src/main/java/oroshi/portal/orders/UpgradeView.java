package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.portal.Choice;
import oroshi.portal.customers.RecordHead;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.TransitionPlan;
import oroshi.subscriptions.UpgradeTarget;

/**
 * A subscription on its way to another product, as the page shows it.
 *
 * @param targets what it can become, and what it can't and why
 * @param destinations subscriptions that can take the seats
 * @param plans the terms and cycles of a trial's conversion
 * @param plan what is charged and becomes of it; null until it was asked for
 */
public record UpgradeView(
        RecordHead head,
        Subscription subscription,
        boolean converts,
        List<UpgradeTarget> targets,
        List<Choice> destinations,
        List<Choice> plans,
        @Nullable TransitionPlan plan) {
    public UpgradeView {
        targets = List.copyOf(targets);
        destinations = List.copyOf(destinations);
        plans = List.copyOf(plans);
    }

    /** The subscription's page. */
    public String back() {
        return head.path() + "/subscriptions/" + subscription.id();
    }

    /** Where the form goes. */
    public String action() {
        return back() + (converts ? "/convert" : "/upgrade");
    }

    /** Prefix of the texts that differ between the two pages. */
    public String texts() {
        return converts ? "convert." : "upgrade.";
    }

    /** Whether it can become anything. */
    public boolean isPossible() {
        return targets.stream().anyMatch(UpgradeTarget::isEligible);
    }

    /** Whether it is the first of those that are possible. */
    public boolean isFirst(UpgradeTarget target) {
        return targets.stream().filter(UpgradeTarget::isEligible).findFirst().equals(Optional.of(target));
    }

    /** Those that something stands against. */
    public List<UpgradeTarget> impossible() {
        return targets.stream().filter(target -> !target.isEligible()).toList();
    }

    /** Whether the number is for the visitor to choose: of classic subscriptions all licences are upgraded. */
    public boolean asksForSeats() {
        return converts || !subscription.item().isLegacy();
    }

    UpgradeView with(TransitionPlan preview) {
        return new UpgradeView(head, subscription, converts, targets, destinations, plans, preview);
    }
}
