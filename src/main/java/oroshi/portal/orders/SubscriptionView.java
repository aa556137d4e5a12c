package oroshi.portal.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import oroshi.catalog.LocalizedText;
import oroshi.migrations.MigrationSchedule;
import oroshi.partners.Partner;
import oroshi.portal.Choice;
import oroshi.portal.Here;
import oroshi.portal.customers.RecordHead;
import oroshi.subscriptions.NextTerm;

/**
 * A subscription as its page shows it.
 *
 * @param addOns what hangs on it
 * @param resellers those that the visitor may put on record
 * @param support who supports it
 * @param renewal what is scheduled for its renewal
 * @param upgrades whether there is a product above it, and the visitor may upgrade to it
 * @param registers whether the visitor may register it, so that it can carry reservations
 * @param migration how it goes on in new commerce
 * @param differences what somebody else saved while the visitor was typing
 */
public record SubscriptionView(
        RecordHead head,
        SubscriptionRow row,
        List<SubscriptionRow> addOns,
        SubscriptionRights rights,
        List<Choice> resellers,
        Support support,
        Renewal renewal,
        boolean upgrades,
        boolean registers,
        MigrationState migration,
        List<SubscriptionForm.Difference> differences) {
    /**
     * Who supports a subscription.
     *
     * @param choices whom the visitor may name; empty when it may not
     */
    public record Support(Partner contact, List<Choice> choices) {
        public Support {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What a subscription becomes at its renewal.
     *
     * @param title of the product that it becomes
     * @param isScheduled whether a partner scheduled it, who can take it back; a trial becomes another by itself
     */
    public record Renewal(Optional<NextTerm> next, Optional<LocalizedText> title, boolean isScheduled) {}

    public SubscriptionView {
        addOns = List.copyOf(addOns);
        resellers = List.copyOf(resellers);
        differences = List.copyOf(differences);
    }

    public String path() {
        return head.path() + "/subscriptions/" + row.subscription().id();
    }

    /** Whether the visitor may migrate it, and nothing is arranged yet. */
    public boolean migrates() {
        return rights.migrate() && !migration.waits() && !migration.isAway();
    }

    /** The day, by the clock of migrations. */
    public String dayOf(Instant moment) {
        return Here.date(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** Why a scheduled migration could not begin. */
    public String failure(MigrationSchedule schedule) {
        return "migrate.reason."
                + schedule.error().map(MigrationSchedule.Failure::code).orElse(0);
    }

    SubscriptionView with(List<SubscriptionForm.Difference> others) {
        return new SubscriptionView(
                head, row, addOns, rights, resellers, support, renewal, upgrades, registers, migration, others);
    }
}
