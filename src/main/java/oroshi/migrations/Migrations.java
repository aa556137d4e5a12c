package oroshi.migrations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.Subscriptions;

/** Migrations of all partners: the way from classic subscriptions to new commerce. */
@Service
public class Migrations {
    private final MigrationJudge judge;
    private final MigrationTable table;
    private final Subscriptions subscriptions;
    private final Departures departures;
    private final Relationships relationships;
    private final Partners partners;
    private final Jobs jobs;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Migrations(
            MigrationJudge judge,
            MigrationTable table,
            Subscriptions subscriptions,
            Departures departures,
            Relationships relationships,
            Partners partners,
            Jobs jobs,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.judge = judge;
        this.table = table;
        this.subscriptions = subscriptions;
        this.departures = departures;
        this.relationships = relationships;
        this.partners = partners;
        this.jobs = jobs;
        this.clocks = clocks;
        this.events = events;
    }

    /** Whether the wish could come true now, and everything that stands against it. */
    @Transactional(readOnly = true)
    public Judgement validate(PartnerId partnerId, CustomerId customerId, MigrationWish wish) {
        relationships.get(partnerId, customerId);
        requireEnabled(partnerId);
        return judge.judge(partnerId, customerId, wish, Occasion.now(judge.today(partnerId)));
    }

    /**
     * Begins the migration: the classic subscriptions are suspended and charged no more, the rest is done in the
     * background. Refuses with the first thing that stands against it; of two at once the later is refused.
     */
    @Transactional
    public Migration begin(
            PartnerId partnerId, CustomerId customerId, MigrationWish wish, String externalReference, String placedBy) {
        relationships.hold(partnerId, customerId);
        requireEnabled(partnerId);
        hold(partnerId, customerId, wish);
        var occasion = Occasion.now(judge.today(partnerId));
        var items = judge.judge(partnerId, customerId, wish, occasion).require();
        return begin(partnerId, customerId, items, externalReference, placedBy);
    }

    /** Whoever charges or changes one of them meanwhile comes before this transaction or after it. */
    void hold(PartnerId partnerId, CustomerId customerId, MigrationWish wish) {
        departures.hold(partnerId, customerId, wish.subscriptionIds());
    }

    /** As the other for what has just been judged. */
    @Transactional
    Migration begin(
            PartnerId partnerId,
            CustomerId customerId,
            List<MigratedItem> items,
            String externalReference,
            String placedBy) {
        var migration = new Migration(
                partnerId,
                Ids.next(),
                customerId,
                MigrationStatus.PROCESSING,
                now(partnerId),
                Optional.empty(),
                externalReference,
                placedBy,
                items);
        // Add-ons first: the base would take them along into its suspension.
        migration.addOns().forEach(item -> suspend(migration, item));
        suspend(migration, migration.base());
        table.insert(migration);
        table.insertEvents(List.of(event(migration, migration.base(), MigrationEvent.Name.STARTED)));
        jobs.add(MigrationRun.JOB, partnerId, List.of(migration.id()));
        events.publishEvent(MigrationChanged.of(migration));
        return migration;
    }

    private void suspend(Migration migration, MigratedItem item) {
        var leaving = subscriptions.get(migration.partnerId(), migration.customerId(), item.subscriptionId());
        if (!departures.suspend(leaving)) {
            throw Refusal.because(MigrationRefusal.IN_PROGRESS);
        }
    }

    /** The migration; refuses when the partner has none with this id for the customer. */
    @Transactional(readOnly = true)
    public Migration get(PartnerId partnerId, CustomerId customerId, String id) {
        relationships.get(partnerId, customerId);
        return table.find(partnerId, Optional.of(customerId), MigrationWords.id("migrationId", id))
                .orElseThrow(() -> Refusal.because(MigrationRefusal.MIGRATION_UNKNOWN, id));
    }

    /** What happened on the way of a migration, of a subscription, or of a subscription in a migration. */
    @Transactional(readOnly = true)
    List<MigrationEvent> events(
            PartnerId partnerId, CustomerId customerId, Optional<String> id, Optional<SubscriptionId> subscriptionId) {
        relationships.get(partnerId, customerId);
        var known = id.map(named -> get(partnerId, customerId, named).id());
        if (known.isEmpty() && subscriptionId.isEmpty()) {
            throw Refusal.because(MigrationRefusal.INPUT_INVALID, "name a migration or a subscription");
        }
        return table.listEvents(partnerId, customerId, known, subscriptionId);
    }

    /** So many of the migrations that fit, in the order in which they began, after the one of the id. */
    @Transactional(readOnly = true)
    public List<Migration> list(PartnerId partnerId, MigrationQuery query, Optional<UUID> after, int most) {
        return table.list(partnerId, query, after, most);
    }

    void requireEnabled(PartnerId partnerId) {
        var partner = partners.get(partnerId);
        if (!partner.agreementSigned() || !partner.status().mayOrder()) {
            throw Refusal.because(MigrationRefusal.NOT_ENABLED);
        }
    }

    Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }

    MigrationEvent event(Migration migration, MigratedItem item, MigrationEvent.Name name) {
        return new MigrationEvent(
                migration.partnerId(),
                Ids.next(),
                migration.id(),
                migration.customerId(),
                item.subscriptionId(),
                name,
                now(migration.partnerId()));
    }
}
