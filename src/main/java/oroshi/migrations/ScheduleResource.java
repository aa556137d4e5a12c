package oroshi.migrations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.WireTime;

/** The schedule of a migration as the contract writes it. */
record ScheduleResource(
        @Nullable String id,
        String currentSubscriptionId,
        @Nullable String subscriptionEndDate,
        @Nullable String status,
        @Nullable String customerTenantId,
        @Nullable String catalogItemId,
        @Nullable Integer quantity,
        @Nullable String termDuration,
        @Nullable String billingCycle,
        boolean purchaseFullTerm,
        @Nullable String customTermEndDate,
        @Nullable String externalReferenceId,
        @Nullable String targetDate,
        @Nullable Boolean migrateOnRenewal,
        @Nullable String createdTime,
        @Nullable String lastModifiedTime,
        @Nullable String newCommerceMigrationId,
        @Nullable Integer errorCode,
        @Nullable String errorDescription,
        @Nullable List<ScheduleResource> addOnMigrationSchedules) {
    static ScheduleResource of(MigrationSchedule schedule) {
        var wish = schedule.wish();
        return new ScheduleResource(
                schedule.id().toString(),
                wish.subscriptionId().toString(),
                schedule.lastDay().map(WireTime::startOf).orElse(null),
                schedule.status().wire(),
                schedule.customerId().toString(),
                schedule.itemId(),
                wish.quantity().orElse(null),
                wish.term().map(Term::wire).orElse(null),
                wish.billingCycle().map(BillingCycle::title).orElse(null),
                wish.fullTerm(),
                wish.lastDay().map(WireTime::startOf).orElse(null),
                schedule.externalReference().isEmpty() ? null : schedule.externalReference(),
                schedule.targetAt().map(WireTime::second).orElse(null),
                schedule.waitsForRenewal() ? true : null,
                moment(schedule.createdAt()),
                moment(schedule.modifiedAt()),
                schedule.migrationId().map(UUID::toString).orElse(null),
                schedule.error().map(MigrationSchedule.Failure::code).orElse(null),
                schedule.error().map(MigrationSchedule.Failure::description).orElse(null),
                wish.addOns().stream().map(ScheduleResource::ofAddOn).toList());
    }

    private static ScheduleResource ofAddOn(MigrationWish wish) {
        return new ScheduleResource(
                null,
                wish.subscriptionId().toString(),
                null,
                null,
                null,
                null,
                wish.quantity().orElse(null),
                wish.term().map(Term::wire).orElse(null),
                wish.billingCycle().map(BillingCycle::title).orElse(null),
                wish.fullTerm(),
                wish.lastDay().map(WireTime::startOf).orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** These moments end in an offset, as the contract's examples have them. */
    private static String moment(Instant moment) {
        return WireTime.moment(moment).replace("Z", "+00:00");
    }
}
