package oroshi.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import oroshi.basics.Problem;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.subscriptions.Benefit;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;

/**
 * Where reservations and savings plans belong: each hangs on a usage subscription of the customer, its anchor, and serves
 * that one alone or all that share the plan. The Azure subscription that came with an anchor is known by the anchor's id.
 */
public final class Anchors {
    public static final String SCOPE = "scope";
    public static final String SUBSCRIPTION = "subscriptionId";
    public static final String ENTITLEMENT = "entitlementId";
    private static final String DURATION = "duration";
    private static final Set<String> SCOPES = Set.of("shared", "single");

    private Anchors() {}

    /**
     * What stands against the provisioning context of the line; empty for what needs none.
     *
     * @param boughtAlong whether the same order brings an anchor, which has no id yet
     */
    static Optional<Problem> obstacle(PricedLine line, boolean boughtAlong, Holdings holdings) {
        return switch (line.item().kind()) {
            case RESERVATION -> reservation(line, boughtAlong, holdings);
            case SAVINGS_PLAN -> savingsPlan(line, holdings);
            case LICENSE, USAGE, SOFTWARE, MARKETPLACE -> Optional.empty();
        };
    }

    private static Optional<Problem> reservation(PricedLine line, boolean boughtAlong, Holdings holdings) {
        var context = line.asked().particulars();
        var scope = context.context(SCOPE).map(word -> word.toLowerCase(Locale.ROOT));
        if (scope.map(word -> !SCOPES.contains(word)).orElse(!boughtAlong)) {
            return Optional.of(problem(line, OrderRefusal.SCOPE_UNKNOWN, scope.orElse("")));
        }
        if (context.context(DURATION).map(duration -> !isOf(duration, line)).orElse(false)) {
            return Optional.of(problem(
                    line,
                    OrderRefusal.INPUT_INVALID,
                    "duration " + context.context(DURATION).orElseThrow() + " is not that of the item"));
        }
        return context.context(SUBSCRIPTION)
                .map(id -> anchor(line, id, holdings))
                .orElseGet(() -> boughtAlong ? Optional.empty() : Optional.of(missing(line, scope.orElse("shared"))));
    }

    private static Problem missing(PricedLine line, String scope) {
        return problem(
                line, scope.equals("single") ? OrderRefusal.ENTITLEMENT_MISSING : OrderRefusal.AZURE_PLAN_MISSING);
    }

    private static Optional<Problem> savingsPlan(PricedLine line, Holdings holdings) {
        var context = line.asked().particulars();
        var scope = context.context(SCOPE).orElse("").toLowerCase(Locale.ROOT);
        if (!SCOPES.contains(scope)) {
            return Optional.of(problem(line, OrderRefusal.SCOPE_UNKNOWN, scope));
        }
        var id = context.context(scope.equals("single") ? ENTITLEMENT : SUBSCRIPTION);
        if (id.isEmpty()) {
            return Optional.of(missing(line, scope));
        }
        return scope.equals("single") ? entitlement(line, id.get(), holdings) : sharing(line, id.get(), holdings);
    }

    private static Optional<Problem> entitlement(PricedLine line, String id, Holdings holdings) {
        var anchor = running(id, holdings);
        if (anchor.isEmpty()) {
            return Optional.of(problem(line, OrderRefusal.ENTITLEMENT_NOT_ACTIVE, id));
        }
        return carries(anchor.get(), line.item())
                ? foreignReseller(line, anchor.get())
                : Optional.of(problem(
                        line, OrderRefusal.ENTITLEMENT_UNFIT, id, line.item().title()));
    }

    private static Optional<Problem> sharing(PricedLine line, String id, Holdings holdings) {
        var anchor = running(id, holdings).filter(plan -> carries(plan, line.item()));
        return anchor.isEmpty()
                ? Optional.of(problem(line, OrderRefusal.AZURE_PLAN_UNKNOWN, id))
                : foreignReseller(line, anchor.get());
    }

    private static boolean carries(Subscription anchor, CatalogItem item) {
        return item.isSatisfiedBy(Set.of(anchor.item().key()));
    }

    private static boolean isRunning(Subscription subscription) {
        return subscription.item().kind() == ItemKind.USAGE && subscription.status() == SubscriptionStatus.ACTIVE;
    }

    private static Optional<Subscription> running(String id, Holdings holdings) {
        return owned(id, holdings).filter(Anchors::isRunning);
    }

    private static Optional<Problem> foreignReseller(PricedLine line, Subscription anchor) {
        return line.asked()
                .resellerMpnId()
                .filter(named -> !anchor.resellerMpnId().equals(Optional.of(named)))
                .map(named -> problem(line, OrderRefusal.RESELLER_INHERITED, named));
    }

    /** A savings plan is sold by whoever resells the Azure plan that it counts for. */
    static PricedLine inheriting(PricedLine line, Holdings holdings) {
        if (line.item().kind() != ItemKind.SAVINGS_PLAN) {
            return line;
        }
        var context = line.asked().particulars();
        return context.context(SUBSCRIPTION)
                .or(() -> context.context(ENTITLEMENT))
                .flatMap(id -> owned(id, holdings))
                .map(anchor -> line.asking(line.asked().withResellerOrNone(anchor.resellerMpnId())))
                .orElse(line);
    }

    private static Optional<Subscription> owned(String id, Holdings holdings) {
        return holdings.all().stream()
                .filter(subscription -> subscription.id().toString().equalsIgnoreCase(id))
                .findFirst();
    }

    private static Optional<Problem> anchor(PricedLine line, String id, Holdings holdings) {
        var named = owned(id, holdings);
        if (named.isEmpty()) {
            return Optional.of(problem(line, OrderRefusal.AZURE_PLAN_UNKNOWN, id));
        }
        var anchor = named.get();
        if (anchor.item().kind() != ItemKind.USAGE) {
            return Optional.of(problem(line, OrderRefusal.NO_AZURE_SUBSCRIPTION, id));
        }
        if (anchor.status() != SubscriptionStatus.ACTIVE) {
            return Optional.of(problem(line, OrderRefusal.ANCHOR_NOT_ACTIVE, id));
        }
        if (!carries(anchor, line.item())) {
            return Optional.of(problem(line, OrderRefusal.ANCHOR_UNFIT, id));
        }
        return holdings.isRegistered(anchor)
                ? Optional.empty()
                : Optional.of(problem(line, OrderRefusal.NOT_REGISTERED, id));
    }

    /** The wire writes {@code 1Year} and {@code 3Year} for the terms of one and three years. */
    private static boolean isOf(String duration, PricedLine line) {
        var years = line.plan().term().months() / 12;
        var word = duration.strip().toLowerCase(Locale.ROOT);
        return word.equals(years + "year") || word.equals(years + "years");
    }

    /** The line of a page, which names no context: shared by the plan, on the first anchor that the customer owns. */
    static NewOrderLine proposed(NewOrderLine line, CatalogItem item, Supplier<List<Subscription>> owned) {
        if (item.kind() != ItemKind.RESERVATION
                || !line.particulars().provisioningContext().isEmpty()) {
            return line;
        }
        return fitting(item, owned.get()).stream()
                .findFirst()
                .map(anchor -> placed(line, "shared", anchor.id().toString()))
                .orElse(line);
    }

    /** The subscriptions among those owned that the reservation can belong to. */
    public static List<Subscription> fitting(CatalogItem item, List<Subscription> owned) {
        return owned.stream()
                .filter(Anchors::isRunning)
                .filter(subscription -> carries(subscription, item))
                .toList();
    }

    /** The line for a reservation of that scope in that subscription; what else it says of its place stays. */
    public static NewOrderLine placed(NewOrderLine line, String scope, String subscriptionId) {
        var context = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        context.putAll(line.particulars().provisioningContext());
        context.remove(SCOPE);
        context.remove(SUBSCRIPTION);
        context.remove(ENTITLEMENT);
        context.put(SCOPE, scope);
        context.put(SUBSCRIPTION, subscriptionId);
        return line.withParticulars(line.particulars().withProvisioningContext(context));
    }

    /**
     * What the line counts for once it is bought; empty for what is no benefit.
     *
     * @param boughtAlong the anchor that the same order brings
     */
    static Optional<Benefit> benefit(PricedLine line, Optional<SubscriptionId> boughtAlong) {
        if (!line.item().kind().isBenefit()) {
            return Optional.empty();
        }
        var particulars = line.asked().particulars();
        return Optional.of(new Benefit(
                !particulars.context(SCOPE).orElse("shared").equalsIgnoreCase("single"),
                particulars
                        .context(SUBSCRIPTION)
                        .or(() -> particulars.context(ENTITLEMENT).isPresent()
                                ? Optional.empty()
                                : boughtAlong.map(SubscriptionId::toString)),
                particulars.context(ENTITLEMENT),
                particulars.commitment()));
    }

    /** The anchor that the line names. */
    static Optional<SubscriptionId> idIn(NewOrderLine line) {
        return line.particulars().context(SUBSCRIPTION).map(OrderRequest::subscriptionId);
    }

    private static Problem problem(PricedLine line, OrderRefusal reason, Object... arguments) {
        return Problem.of("lines[" + line.position() + "].provisioningContext", reason, arguments);
    }
}
