package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import oroshi.agreements.Agreements;
import oroshi.agreements.Purchase;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Verdict;
import oroshi.partners.Partners;

/** Turns the wish to upgrade a classic subscription, or to convert a classic trial, into what it does. Nothing is stored. */
@Component
class ClassicRules {
    private final UpgradePaths paths;
    private final List<AssignedLicenses> assigned;
    private final Partners partners;
    private final Agreements agreements;

    ClassicRules(UpgradePaths paths, List<AssignedLicenses> assigned, Partners partners, Agreements agreements) {
        this.paths = paths;
        this.assigned = assigned;
        this.partners = partners;
        this.agreements = agreements;
    }

    /**
     * A new subscription of the target takes all licences for the rest of the term, and the old one is over. Refuses what is
     * no target, or sold for no such term; what else stands against it is returned.
     *
     * @param seats at least as many as there are
     */
    UpgradeOutcome upgrade(Subscription source, String offerId, int seats, boolean administers, Instant now) {
        var target = target(source, offerId, now)
                .filter(item -> source.item().isLegacy())
                .filter(item -> !source.item().isTrial())
                .orElseThrow(() -> Refusal.of("targetOffer", TransitionRefusal.NOT_A_CLASSIC_TARGET, offerId));
        var errors = paths.errors(source, target, administers).stream()
                .filter(error -> error != TransitionError.CYCLE_NOT_SUPPORTED)
                .toList();
        if (!errors.isEmpty()) {
            return new UpgradeOutcome.Impossible(errors);
        }
        var cycle = source.commitment().billingCycle();
        var plan =
                target.plan(cycle).orElseThrow(() -> Refusal.because(TransitionRefusal.TERM_NOT_SOLD, target.title()));
        requireRange(seats, source.quantity(), target.maximumQuantity(), TransitionRefusal.ALL_SEATS);
        requireBuyer(source);
        return new UpgradeOutcome.Possible(upgraded(source, target, plan.unitPrice(), seats, now));
    }

    /** A trial becomes a paid subscription in a term that begins today. */
    UpgradeOutcome convert(Subscription trial, String offerId, int seats, BillingCycle cycle, Instant now) {
        var target = target(trial, offerId, now).filter(item -> isClassicTrial(trial));
        if (target.isEmpty()) {
            return new UpgradeOutcome.Impossible(List.of(TransitionError.NO_CONVERSION));
        }
        var item = target.get();
        if (trial.status() != SubscriptionStatus.ACTIVE || isOver(trial, now)) {
            return new UpgradeOutcome.Impossible(List.of(TransitionError.NOT_ACTIVE));
        }
        requireRange(seats, item.minimumQuantity(), item.maximumQuantity(), TransitionRefusal.QUANTITY);
        requireUnassigned(trial, seats);
        var plan = item.plan(cycle)
                .orElseThrow(() -> Refusal.of(
                        "billingCycle", TransitionRefusal.MALFORMED, "The offer has no such billing cycle."));
        requireBuyer(trial);
        return new UpgradeOutcome.Possible(converted(trial, item, plan, seats, now));
    }

    /** What the trial can become. */
    List<CatalogItem> conversions(Subscription trial, Instant now) {
        return isClassicTrial(trial)
                ? paths.conversions(trial, now).stream()
                        .flatMap(key -> paths.find(trial, key, now).stream())
                        .map(Verdict.ForSale::item)
                        .toList()
                : List.of();
    }

    private static boolean isClassicTrial(Subscription subscription) {
        return subscription.item().isLegacy() && subscription.item().isTrial();
    }

    private static boolean isOver(Subscription trial, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return trial.dueOn().filter(due -> !due.isAfter(today)).isPresent();
    }

    private Optional<CatalogItem> target(Subscription source, String offerId, Instant now) {
        return paths.find(source, offerId.strip(), now).map(Verdict.ForSale::item);
    }

    private static TransitionPlan upgraded(Subscription source, CatalogItem item, Money price, int seats, Instant now) {
        var charged = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), source);
        var before = charged.subscription();
        var created = before.upgraded(SubscribedItem.of(item), seats, before.commitment(), price, Optional.empty())
                .apart(new SubscriptionId(Ids.next()), now);
        var after = before.without(before.quantity()).ended();
        return TransitionPlan.of(
                        NewTransition.of(item.key(), seats),
                        item,
                        charged,
                        after,
                        TransitionCharges.converted(before, created, now))
                .into(Optional.empty(), created);
    }

    private static TransitionPlan converted(Subscription trial, CatalogItem item, Plan plan, int seats, Instant now) {
        var charged = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), trial);
        var before = charged.subscription();
        var term = Commitment.classic(plan.term(), plan.billingCycle(), now);
        var paid = before.of(SubscribedItem.of(item))
                .withSeats(seats, SeatBatches.NONE)
                .withTerm(term, plan.unitPrice());
        var after = paid.with(paid.standing().renewing(true));
        return TransitionPlan.of(
                NewTransition.of(item.key(), seats),
                item,
                charged,
                after,
                TransitionCharges.converted(before, after, now));
    }

    private static void requireRange(int wanted, int least, int most, TransitionRefusal reason) {
        if (wanted < least || wanted > most) {
            throw Refusal.of("quantity", reason, least, most);
        }
    }

    private void requireUnassigned(Subscription trial, int seats) {
        var inUse = assigned.stream()
                .mapToInt(licenses -> licenses.count(trial.partnerId(), trial.customerId(), trial))
                .max()
                .orElse(0);
        if (seats < inUse) {
            throw Refusal.of("quantity", SubscriptionRefusal.BELOW_ASSIGNED, inUse);
        }
    }

    private void requireBuyer(Subscription source) {
        partners.get(source.partnerId()).requireMayOrder();
        agreements
                .gate(source.partnerId(), source.customerId(), Purchase.newOrder())
                .require();
    }
}
