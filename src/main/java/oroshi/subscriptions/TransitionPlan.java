package oroshi.subscriptions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Promotion;

/**
 * An upgrade that passed all rules, before it is carried out: what becomes of the subscriptions, and what that gives back
 * and charges. Whoever only wants to know stops here.
 *
 * @param before the source, with all charge cycles charged that have begun
 * @param due charges of these cycles
 * @param targetBefore the subscription that takes the seats, if it was there
 * @param target the same afterwards, or a new one; empty when the source itself becomes the other product
 * @param facts what is given back and charged
 */
public record TransitionPlan(
        NewTransition wish,
        CatalogItem item,
        Subscription before,
        List<ChargeFact> due,
        Subscription after,
        Optional<Subscription> targetBefore,
        Optional<Subscription> target,
        Optional<Promotion> promotion,
        List<ChargeFact> facts) {
    public TransitionPlan {
        due = List.copyOf(due);
        facts = List.copyOf(facts);
    }

    /** What becomes of the source alone. */
    static TransitionPlan of(
            NewTransition wish, CatalogItem item, CycleCharges charged, Subscription after, List<ChargeFact> facts) {
        return new TransitionPlan(
                wish,
                item,
                charged.subscription(),
                charged.facts(),
                after,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                facts);
    }

    /** The same with a subscription that takes the seats. */
    TransitionPlan into(Optional<Subscription> present, Subscription taking) {
        return new TransitionPlan(wish, item, before, due, after, present, Optional.of(taking), promotion, facts);
    }

    /** The same with a promotion. */
    TransitionPlan with(Optional<Promotion> applied) {
        return new TransitionPlan(wish, item, before, due, after, targetBefore, target, applied, facts);
    }

    /** The same with further cycles that have begun. */
    TransitionPlan due(List<ChargeFact> more) {
        var all = Stream.concat(due.stream(), more.stream()).toList();
        return new TransitionPlan(wish, item, before, all, after, targetBefore, target, promotion, facts);
    }

    /** The subscription that has the seats afterwards. */
    public Subscription result() {
        return target.orElse(after);
    }

    /** Whether no seat stays what it was. */
    public boolean isFull() {
        return target.isEmpty() || after.status() == SubscriptionStatus.DELETED;
    }

    /** The product that the charge is for: the old one where it gives back, or where seats of it stay. */
    public SubscribedItem itemOf(ChargeFact fact) {
        var isOld = fact.subscriptionId().equals(before.id()) && (target.isPresent() || fact.quantity() < 0);
        return isOld ? before.item() : result().item();
    }

    /** What it writes down for one of the subscriptions, the cycles first that have begun. */
    List<ChargeFact> charges(SubscriptionId id) {
        return Stream.concat(due.stream(), facts.stream())
                .filter(fact -> fact.subscriptionId().equals(id))
                .toList();
    }

    /** What is charged now, less what is given back. */
    public Money net() {
        return facts.stream()
                .map(ChargeFact::amount)
                .reduce(Money.zero(before.unitPrice().getCurrencyUnit()), Money::plus);
    }
}
