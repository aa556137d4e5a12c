package oroshi.subscriptions;

import java.util.Optional;

/**
 * What reserved capacity or a savings plan counts for.
 *
 * @param isShared whether for everything below an Azure plan, instead of for one Azure subscription
 * @param subscriptionId the plan, or the subscription that a reservation hangs on
 * @param entitlementId the Azure subscription that a savings plan counts for alone
 * @param commitment what a savings plan promises to spend
 */
public record Benefit(
        boolean isShared,
        Optional<String> subscriptionId,
        Optional<String> entitlementId,
        Optional<PurchaseCommitment> commitment) {}
