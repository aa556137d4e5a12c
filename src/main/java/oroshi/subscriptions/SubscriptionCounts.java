package oroshi.subscriptions;

/** How many of a partner's subscriptions are being set up, and of how many the set-up failed. */
public record SubscriptionCounts(long settingUp, long failed) {}
