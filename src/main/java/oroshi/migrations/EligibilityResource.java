package oroshi.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problem;
import oroshi.migrations.Judgement.Fate;
import oroshi.rest.WireTime;

/** Whether a subscription may go on in new commerce, as the contract writes it. */
record EligibilityResource(
        String currentSubscriptionId,
        boolean isEligible,
        @Nullable String termDuration,
        @Nullable String billingCycle,
        @Nullable String catalogItemId,
        @Nullable String customTermEndDate,
        @Nullable List<Obstacle> errors,
        @Nullable List<EligibilityResource> addOnMigrations) {
    /** The number that stands for "no equivalent yet" in this list alone. */
    private static final int NO_PATH = 5;

    /** Something that stands against it. */
    record Obstacle(int code, String description) {
        static Obstacle of(Problem problem) {
            var code = problem.reason() == MigrationRefusal.NO_PATH
                    ? NO_PATH
                    : problem.reason().code();
            return new Obstacle(code, problem.description());
        }
    }

    static EligibilityResource of(Judgement judgement) {
        return of(
                judgement.base(),
                judgement.addOns().stream().map(addOn -> of(addOn, null)).toList());
    }

    private static EligibilityResource of(Fate fate, @Nullable List<EligibilityResource> addOns) {
        var areEligible = addOns == null || addOns.stream().allMatch(EligibilityResource::isEligible);
        var item = fate.item();
        var wish = fate.wish();
        return new EligibilityResource(
                wish.subscriptionId().toString(),
                fate.isEligible() && areEligible,
                item.map(MigratedItem::term)
                        .or(wish::term)
                        .map(term -> term.wire())
                        .orElse(null),
                item.map(MigratedItem::billingCycle)
                        .or(wish::billingCycle)
                        .map(cycle -> cycle.title())
                        .orElse(null),
                item.map(MigratedItem::itemId).orElse(null),
                wish.lastDay().map(WireTime::startOf).orElse(null),
                fate.isEligible()
                        ? null
                        : fate.problems().stream().map(Obstacle::of).toList(),
                addOns);
    }
}
