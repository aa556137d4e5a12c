package oroshi.subscriptions;

import java.util.Optional;
import oroshi.basics.SubscriptionId;

/**
 * Where what a customer uses beyond its licenses is charged.
 *
 * @param entitlementId the Azure subscription that is charged
 * @param reseller number of the reseller of record
 */
public record Overage(SubscriptionId entitlementId, Optional<String> reseller) {}
