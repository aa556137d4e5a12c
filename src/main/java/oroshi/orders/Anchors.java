package oroshi.orders;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import oroshi.basics.Problem;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;

/**
 * Where reservations belong: each hangs on a usage subscription of the customer, its anchor, and serves that one alone or
 * all that share the plan.
 */
final class Anchors {
    private static final String SCOPE = "scope";
    private static final String SUBSCRIPTION = "subscriptionId";
    private static final String DURATION = "duration";
    private static final Set<String> SCOPES = Set.of("shared", "single");

    private Anchors() {}

    /**
     * What stands against the provisioning context of the line; empty for what needs none.
     *
     * @param boughtAlong whether the same order brings an anchor, which has no id yet
     */
    static Optional<Problem> obstacle(PricedLine line, boolean boughtAlong, Holdings holdings) {
        if (line.item().kind() != ItemKind.RESERVATION) {
            return Optional.empty();
        }
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

    private static Optional<Problem> anchor(PricedLine line, String id, Holdings holdings) {
        var named = holdings.all().stream()
                .filter(subscription -> subscription.id().toString().equalsIgnoreCase(id))
                .findFirst();
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
        if (!line.item().isSatisfiedBy(Set.of(anchor.item().key()))) {
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
        return owned.get().stream()
                .filter(subscription -> subscription.status() == SubscriptionStatus.ACTIVE)
                .filter(subscription -> subscription.item().kind() == ItemKind.USAGE)
                .filter(subscription ->
                        item.isSatisfiedBy(Set.of(subscription.item().key())))
                .findFirst()
                .map(anchor -> line.withParticulars(line.particulars()
                        .withProvisioningContext(Map.of(
                                SCOPE, "shared", SUBSCRIPTION, anchor.id().toString()))))
                .orElse(line);
    }

    /** The anchor that the line names. */
    static Optional<SubscriptionId> idIn(NewOrderLine line) {
        return line.particulars().context(SUBSCRIPTION).map(OrderRequest::subscriptionId);
    }

    private static Problem problem(PricedLine line, OrderRefusal reason, Object... arguments) {
        return Problem.of("lines[" + line.position() + "].provisioningContext", reason, arguments);
    }
}
