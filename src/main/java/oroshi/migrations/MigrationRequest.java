package oroshi.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.rest.EnumWord;

/** What a client wants to become of a subscription, and of its add-ons, now or later. Any member may be missing. */
record MigrationRequest(
        @Nullable UUID currentSubscriptionId,
        @Nullable String termDuration,
        @EnumWord @Nullable String billingCycle,
        @Nullable Boolean purchaseFullTerm,
        @Nullable Integer quantity,
        @Nullable String customTermEndDate,
        @Nullable String externalReferenceId,
        @Nullable String targetDate,
        @Nullable Boolean migrateOnRenewal,
        @Nullable List<@Nullable MigrationRequest> addOnMigrations,
        @Nullable List<@Nullable MigrationRequest> addOnMigrationSchedules) {
    private static final int MOST_ADD_ONS = 300;

    MigrationWish toWish() {
        var addOns = new ArrayList<MigrationWish>();
        collect(addOnMigrations, addOns);
        collect(addOnMigrationSchedules, addOns);
        if (addOns.size() > MOST_ADD_ONS) {
            throw MigrationWords.invalid("more than " + MOST_ADD_ONS + " add-ons");
        }
        return one().withAddOns(addOns);
    }

    /** Lists are flat, but some clients nest the add-ons of add-ons. */
    private static void collect(@Nullable List<@Nullable MigrationRequest> given, List<MigrationWish> found) {
        if (given == null) {
            return;
        }
        for (var addOn : given) {
            if (addOn == null) {
                throw MigrationWords.invalid("an add-on is missing");
            }
            found.add(addOn.one());
            collect(addOn.addOnMigrations, found);
            collect(addOn.addOnMigrationSchedules, found);
        }
    }

    private MigrationWish one() {
        return new MigrationWish(
                MigrationWords.subscription(currentSubscriptionId),
                MigrationWords.term(termDuration),
                MigrationWords.billingCycle(billingCycle),
                Boolean.TRUE.equals(purchaseFullTerm),
                MigrationWords.quantity(quantity),
                MigrationWords.day("customTermEndDate", customTermEndDate),
                List.of());
    }

    String reference() {
        return MigrationWords.reference(externalReferenceId);
    }

    /** Either a day or the renewal has to be named, and not both. */
    MigrationSchedules.NewSchedule toSchedule() {
        var target = MigrationWords.moment("targetDate", targetDate);
        var onRenewal = Boolean.TRUE.equals(migrateOnRenewal);
        if (target.isPresent() == onRenewal) {
            throw MigrationWords.invalid("name either a targetDate or migrateOnRenewal");
        }
        return new MigrationSchedules.NewSchedule(toWish(), target, reference());
    }
}
