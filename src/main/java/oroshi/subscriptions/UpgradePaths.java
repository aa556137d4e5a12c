package oroshi.subscriptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;
import oroshi.catalog.Verdict;
import oroshi.subscriptions.UpgradeTarget.Destination;
import oroshi.subscriptions.UpgradeTarget.Misfit;

/** Which products a subscription can become. The catalog names them; here stands what stands against each. */
@Component
class UpgradePaths {
    private final OnSale onSale;
    private final SubscriptionTable table;
    private final TenantHoldings holdings;

    UpgradePaths(OnSale onSale, SubscriptionTable table, TenantHoldings holdings) {
        this.onSale = onSale;
        this.table = table;
        this.holdings = holdings;
    }

    /** Every target that is for sale. */
    List<UpgradeTarget> list(Subscription source, boolean administers, boolean atRenewal, Instant now) {
        var owned = atRenewal || source.item().isTrial()
                ? List.<Subscription>of()
                : table.list(source.partnerId(), source.customerId());
        var held = holdings.keys(source);
        return keys(source, now).stream()
                .flatMap(key -> find(source, key, now).stream())
                .map(Verdict.ForSale::item)
                .map(item -> target(source, item, administers, held.contains(item.key()))
                        .at(destinations(source, item, owned, now)))
                .toList();
    }

    /** The item under the key if the subscription can become it; the same kind of customers may buy it. */
    Optional<Verdict.ForSale> find(Subscription source, String key, Instant now) {
        return onSale.find(source, source.item().id(), now).flatMap(present -> keys(source, present, now).stream()
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .flatMap(known -> onSale.find(source, known, present.segment(), now)));
    }

    /** The plan of the target for as long, and charged as often, as the subscription is; a trial becomes a year. */
    static Optional<Plan> plan(Subscription source, CatalogItem item) {
        if (source.item().isTrial()) {
            return item.plan(Term.ONE_YEAR, BillingCycle.MONTHLY);
        }
        var present = source.commitment();
        return item.isLegacy() ? item.plan(present.billingCycle()) : item.plan(present.term(), present.billingCycle());
    }

    /** Why the subscription can't take the seats of the source. */
    static List<Misfit> misfits(Subscription source, Subscription target, Instant now) {
        var misfits = new ArrayList<Misfit>();
        if (target.status() != SubscriptionStatus.ACTIVE) {
            misfits.add(Misfit.NOT_ACTIVE);
        }
        if (CancellationWindow.of(target).filter(window -> window.isOpen(now)).isPresent()) {
            misfits.add(Misfit.CANCELLABLE);
        }
        if (target.commitment().term().months() < source.commitment().term().months()) {
            misfits.add(Misfit.SHORTER_TERM);
        }
        if (endsBefore(target, source)) {
            misfits.add(Misfit.ENDS_EARLIER);
        }
        return misfits;
    }

    private Set<String> keys(Subscription source, Instant now) {
        return onSale.find(source, source.item().id(), now)
                .map(present -> keys(source, present, now))
                .orElse(Set.of());
    }

    /** A trial becomes what it is the trial of, one of new commerce something higher too. */
    private Set<String> keys(Subscription source, CatalogItem present, Instant now) {
        var keys = new LinkedHashSet<>(present.conversionTargets());
        present.conversionTargets().stream()
                .filter(paid -> !present.isLegacy())
                .flatMap(paid -> onSale.find(source, paid, now).stream())
                .forEach(paid -> keys.addAll(paid.upgradeTargets()));
        keys.addAll(present.upgradeTargets());
        return keys;
    }

    /** What stands against a classic upgrade, which moves the licenses of users whatever it is called. */
    List<TransitionError> errors(Subscription source, CatalogItem item, boolean administers) {
        return target(source, item, administers, holdings.keys(source).contains(item.key()))
                .errors();
    }

    /** What the trial is a trial of. */
    List<String> conversions(Subscription trial, Instant now) {
        return onSale.find(trial, trial.item().id(), now)
                .map(CatalogItem::conversionTargets)
                .orElse(List.of());
    }

    private UpgradeTarget target(Subscription source, CatalogItem item, boolean administers, boolean isHeld) {
        var plan = plan(source, item);
        var errors = errors(source, plan);
        var licenseErrors = new ArrayList<>(errors);
        if (!administers) {
            licenseErrors.add(TransitionError.NO_DELEGATED_ADMINISTRATION);
        }
        if (isHeld) {
            licenseErrors.add(TransitionError.CONFLICTING_SERVICES);
        }
        if (hasAddOns(source)) {
            licenseErrors.add(TransitionError.ADD_ONS);
        }
        var moves = source.item().isLegacy() && !source.item().isTrial();
        var blocking = moves ? licenseErrors : errors;
        return new UpgradeTarget(item, plan, blocking, licenseErrors, List.of());
    }

    private boolean hasAddOns(Subscription source) {
        return table.listAddOns(source.partnerId(), source.id()).stream()
                .anyMatch(addOn -> addOn.isUsable() || addOn.status() == SubscriptionStatus.SUSPENDED);
    }

    private static List<TransitionError> errors(Subscription source, Optional<Plan> plan) {
        var errors = new ArrayList<TransitionError>();
        switch (source.status()) {
            case ACTIVE -> {}
            case SETTING_UP, SET_UP_FAILED, PENDING -> errors.add(TransitionError.NOT_PROVISIONED);
            case SUSPENDED, EXPIRED, DISABLED, DELETED -> errors.add(TransitionError.NOT_ACTIVE);
        }
        if (plan.isEmpty()) {
            errors.add(TransitionError.CYCLE_NOT_SUPPORTED);
        }
        return errors;
    }

    private static List<Destination> destinations(
            Subscription source, CatalogItem item, List<Subscription> owned, Instant now) {
        return owned.stream()
                .filter(other -> !other.id().equals(source.id()))
                .filter(other -> other.item().key().equals(item.key()))
                .filter(other -> other.status() != SubscriptionStatus.DELETED)
                .map(other -> new Destination(other, misfits(source, other, now)))
                .toList();
    }

    private static boolean endsBefore(Subscription target, Subscription source) {
        var end = target.commitment().lastDay();
        return end.isPresent()
                && source.commitment().lastDay().filter(end.get()::isBefore).isPresent();
    }
}
