package oroshi.portal.orders;

import java.util.Optional;
import java.util.stream.Stream;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.LocalizedText;
import oroshi.migrations.MigratedItem;
import oroshi.migrations.Migration;
import oroshi.migrations.MigrationSchedule;
import oroshi.migrations.MigrationStatus;
import oroshi.migrations.ScheduleStatus;

/**
 * How a subscription goes on in new commerce.
 *
 * @param migration the last that it was part of
 * @param schedule the last that it was part of and that was not cancelled
 * @param title of what it becomes or has become
 * @param predecessor the classic subscription that it was before
 */
public record MigrationState(
        SubscriptionId subscriptionId,
        Optional<Migration> migration,
        Optional<MigrationSchedule> schedule,
        Optional<LocalizedText> title,
        Optional<SubscriptionId> predecessor) {
    static MigrationState none(SubscriptionId id) {
        return new MigrationState(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether there is anything to say about it. */
    public boolean isShown() {
        return migration.isPresent() || waits() || failedToBegin();
    }

    /** Whether its migration waits for a day or for the renewal. */
    public boolean waits() {
        return schedule.filter(one -> one.status() == ScheduleStatus.CREATED).isPresent();
    }

    /** Whether the schedule itself is of this subscription, and not of the one that it hangs on. */
    public boolean isBase() {
        return schedule.filter(one -> one.wish().subscriptionId().equals(subscriptionId))
                .isPresent();
    }

    public boolean isRunning() {
        return is(MigrationStatus.PROCESSING);
    }

    public boolean isDone() {
        return is(MigrationStatus.COMPLETED);
    }

    public boolean isFailed() {
        return is(MigrationStatus.FAILED) && !waits();
    }

    /** Whether it is on its way, or went already: nothing else can be done with it. */
    public boolean isAway() {
        return isRunning() || isDone();
    }

    /** Whether its day came, but something stood against it, and nothing happened since. */
    public boolean failedToBegin() {
        return !isAway()
                && schedule.filter(one -> one.status() == ScheduleStatus.FAILED)
                        .filter(one -> one.migrationId().isEmpty())
                        .isPresent();
    }

    /** What it has become. */
    public Optional<SubscriptionId> successor() {
        return item().flatMap(MigratedItem::successor);
    }

    private Optional<MigratedItem> item() {
        return migration.flatMap(one -> Stream.concat(Stream.of(one.base()), one.addOns().stream())
                .filter(item -> item.subscriptionId().equals(subscriptionId))
                .findFirst());
    }

    private boolean is(MigrationStatus status) {
        return migration.filter(one -> one.status() == status).isPresent();
    }
}
