package oroshi.migrations;

import oroshi.basics.Reason;

/** Why a subscription cannot go on in new commerce, or not so. */
public enum MigrationRefusal implements Reason {
    INPUT_INVALID("migration.input", 400, 800002, "The request input is not valid: {0}."),
    SUBSCRIPTION_NOT_ACTIVE("migration.notActive", 400, 900215, "The subscription is not active."),
    IN_PROGRESS("migration.inProgress", 400, 900216, "The subscription is being processed."),
    ENDS_SOON("migration.endsSoon", 400, 900217, "The term of the subscription ends in less than 24 hours."),
    PROMOTED("migration.promoted", 400, 900218, "A trial, or a subscription with a promotion, cannot migrate."),
    ADD_ONS_LEFT("migration.addOnsLeft", 400, 900219, "{0} hangs on the subscription and is not included."),
    NO_PATH("migration.noPath", 400, 900220, "{0} has no equivalent in new commerce yet."),
    NOT_ELIGIBLE("migration.notEligible", 400, 900221, "The subscription cannot migrate: {0}"),
    PLAN_NOT_SOLD("migration.planNotSold", 400, 900222, "{0} is not sold with this term and billing cycle."),
    NOT_ENABLED("migration.notEnabled", 403, 900223, "The partner is not enabled for migrations."),
    MIGRATION_UNKNOWN("migration.unknown", 400, 900224, "There is no migration {0}."),
    FAILED("migration.failed", 408, 900225, "The migration could not be carried out."),
    TOO_YOUNG("migration.tooYoung", 403, 900226, "The subscription has been active for a month or less."),
    RESELLER_INVALID("migration.reseller", 400, 900247, "The partner on record {0} is not valid any more."),
    ADD_ON_TWICE("migration.addOnTwice", 400, 900248, "The subscription {0} is named twice."),
    ADD_ON_UNKNOWN("migration.addOnUnknown", 400, 900262, "The subscription has no active add-on {0}."),
    END_DATE_INVALID("migration.endDate", 400, 900291, "The first term may not end on {0}."),
    END_DATE_UNALIGNED(
            "migration.endDateUnaligned",
            400,
            900292,
            "{0} is neither the end of a month nor that of an active, paid license subscription."),
    SEATS_EXHAUSTED("migration.seats", 403, 800088, "More seats of {0} were asked for than the customer may have."),
    SCHEDULE_UNKNOWN("migration.scheduleUnknown", 404, 1000, "There is no migration schedule {0}."),
    SCHEDULE_OVER("migration.scheduleOver", 400, 800002, "The migration schedule has been carried out or cancelled.");

    private final Wording wording;

    MigrationRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
