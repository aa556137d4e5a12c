package oroshi.subscriptions;

import oroshi.basics.CustomerId;
import oroshi.basics.SubscriptionId;

/**
 * The Azure subscription below an Azure plan, which is known by the id of the plan.
 *
 * @param isActive whether it runs; not any more a while after it was shut down
 */
public record AzureEntitlement(SubscriptionId id, CustomerId customerId, String friendlyName, boolean isActive) {}
