package oroshi.migrations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * A migration for later.
 *
 * @param itemId what the catalog sells in place of the subscription
 * @param targetAt when it is to begin; empty when it waits for the renewal
 * @param dueAt when it begins
 * @param lastDay last day of the classic subscription's term when it was scheduled
 * @param error why it could not begin
 */
public record MigrationSchedule(
        PartnerId partnerId,
        UUID id,
        CustomerId customerId,
        ScheduleStatus status,
        MigrationWish wish,
        String externalReference,
        String placedBy,
        String itemId,
        Optional<Instant> targetAt,
        Instant dueAt,
        Optional<LocalDate> lastDay,
        Instant createdAt,
        Instant modifiedAt,
        Optional<UUID> migrationId,
        Optional<Failure> error,
        long version) {
    /** Why a schedule could not be carried out. */
    public record Failure(int code, String description) {}

    public boolean waitsForRenewal() {
        return targetAt.isEmpty();
    }

    MigrationSchedule at(ScheduleStatus next, Optional<UUID> migration, Optional<Failure> failure, Instant now) {
        return new MigrationSchedule(
                partnerId,
                id,
                customerId,
                next,
                wish,
                externalReference,
                placedBy,
                itemId,
                targetAt,
                dueAt,
                lastDay,
                createdAt,
                now,
                migration,
                failure,
                version);
    }
}
