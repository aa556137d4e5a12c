package oroshi.transfers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.catalog.ItemKind;
import oroshi.orders.Successors;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;

/**
 * What an Azure plan asks for on its way: no classic Azure beside it, a plan that runs and that the gaining partner may
 * sell, and nothing left behind that hangs on it.
 */
@Component
class AzureRules {
    private final Successors successors;

    AzureRules(Successors successors) {
        this.successors = successors;
    }

    /** Refuses a request that names Azure where the customer's subscriptions with the losing partner forbid it. */
    void requireStartable(PartnerId targetId, CustomerId customerId, Asked asked, List<Subscription> owned) {
        if (!asked.namesAzure()) {
            return;
        }
        if (owned.stream().anyMatch(Subscription::isClassicAzure)) {
            throw Refusal.because(TransferRefusal.LEGACY_AZURE);
        }
        var plans = owned.stream().filter(Subscription::isAzurePlan).toList();
        if (plans.isEmpty()) {
            throw Refusal.because(TransferRefusal.AZURE_PLAN_MISSING);
        }
        var running = plans.stream()
                .filter(plan -> plan.status() == SubscriptionStatus.ACTIVE)
                .toList();
        if (running.isEmpty()) {
            throw Refusal.because(TransferRefusal.AZURE_PLAN_INACTIVE);
        }
        if (!mayTake(targetId, customerId, running)) {
            throw Refusal.because(TransferRefusal.AZURE_PLAN_NOT_SOLD);
        }
        requireKinds(asked.wanted(), owned);
    }

    /** What hangs on the plan must be asked for with it. */
    private static void requireKinds(Set<ProductKind> wanted, List<Subscription> owned) {
        require(
                wanted.contains(ProductKind.AZURE_RESERVATION) || owned.stream().noneMatch(AzureRules::isReservation),
                wanted.contains(ProductKind.SAAS) || owned.stream().noneMatch(AzureRules::isOfThirdParty));
    }

    /** Refuses a choice that the gaining partner can't take, or that leaves behind what hangs on the plan. */
    void requireAcceptable(Transfer transfer, List<Subscription> chosen, List<Subscription> owned) {
        if (chosen.stream().noneMatch(Subscription::isAzurePlan)) {
            return;
        }
        requireTaken(transfer, chosen);
        require(
                chosen.containsAll(
                        owned.stream().filter(AzureRules::isReservation).toList()),
                chosen.containsAll(
                        owned.stream().filter(AzureRules::isOfThirdParty).toList()));
    }

    /** Refuses when the gaining partner can't take over an Azure plan that is among them. */
    void requireTaken(Transfer transfer, Collection<Subscription> leaving) {
        var plans = leaving.stream().filter(Subscription::isAzurePlan).toList();
        if (!plans.isEmpty() && !mayTake(transfer.targetId(), transfer.customerId(), plans)) {
            throw Refusal.because(TransferRefusal.AZURE_NOT_TAKEN);
        }
    }

    private boolean mayTake(PartnerId targetId, CustomerId customerId, List<Subscription> plans) {
        return successors
                .foresee(
                        targetId,
                        customerId,
                        plans.stream().map(Successor::line).toList())
                .stream()
                .allMatch(foreseen -> foreseen.obstacle().isEmpty());
    }

    private static void require(boolean withReservations, boolean withMarketplace) {
        if (!withReservations) {
            throw Refusal.because(TransferRefusal.RESERVATIONS_ATTACHED);
        }
        if (!withMarketplace) {
            throw Refusal.because(TransferRefusal.MARKETPLACE_ITEMS);
        }
    }

    private static boolean isReservation(Subscription subscription) {
        return subscription.item().kind() == ItemKind.RESERVATION && subscription.status() == SubscriptionStatus.ACTIVE;
    }

    private static boolean isOfThirdParty(Subscription subscription) {
        return subscription.item().kind() == ItemKind.MARKETPLACE
                && !subscription.item().isOperatorProduct()
                && subscription.status() == SubscriptionStatus.ACTIVE;
    }
}
