package oroshi.migrations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * What a partner wants to become of a classic subscription. What is empty stays as it is.
 *
 * @param fullTerm whether a new full term begins, instead of the rest of the present one
 * @param lastDay the day on which the first term is to end
 * @param addOns those of its add-ons that go along, and those of the add-ons, in one flat list
 */
public record MigrationWish(
        SubscriptionId subscriptionId,
        Optional<Term> term,
        Optional<BillingCycle> billingCycle,
        boolean fullTerm,
        Optional<Integer> quantity,
        Optional<LocalDate> lastDay,
        List<MigrationWish> addOns) {
    public MigrationWish {
        addOns = List.copyOf(addOns);
    }

    /** What is to go on as something else, all of it. */
    public List<SubscriptionId> subscriptionIds() {
        return Stream.concat(Stream.of(this), addOns.stream())
                .map(MigrationWish::subscriptionId)
                .toList();
    }

    /** Everything as it is. */
    public static MigrationWish asIs(SubscriptionId id) {
        return new MigrationWish(
                id, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
    }

    public MigrationWish withAddOns(List<MigrationWish> others) {
        return new MigrationWish(subscriptionId, term, billingCycle, fullTerm, quantity, lastDay, others);
    }

    public MigrationWish withPlan(Term wanted, BillingCycle cycle) {
        return new MigrationWish(
                subscriptionId, Optional.of(wanted), Optional.of(cycle), fullTerm, quantity, lastDay, addOns);
    }

    public MigrationWish withQuantity(int wanted) {
        return new MigrationWish(subscriptionId, term, billingCycle, fullTerm, Optional.of(wanted), lastDay, addOns);
    }

    /** With a new full term, for the add-ons too. */
    public MigrationWish withFullTerm() {
        var all = addOns.stream().map(MigrationWish::withFullTerm).toList();
        return new MigrationWish(subscriptionId, term, billingCycle, true, quantity, lastDay, all);
    }
}
