package oroshi.exchanges;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.PartnerScope;
import oroshi.migrations.Migration;
import oroshi.migrations.MigrationChanged;
import oroshi.migrations.MigrationSchedules;
import oroshi.migrations.MigrationWish;
import oroshi.migrations.Migrations;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.subscriptions.Subscription;

/**
 * Classic subscriptions on a day when new commerce is on sale: {@code owner} is the customer, {@code classic} the
 * subscription, {@code addOn} what hangs on it. Stories that change nothing share them.
 */
@Component
class MigrationGivens implements Givens.Family {
    private static final Instant NOW = Instant.parse("2025-11-17T07:00:48.448Z");
    private static final Instant LAST_DAY = Instant.parse("2026-11-16T12:00:00Z");
    private static final String REFERENCE = "Kiln Street batch";
    private static final List<NewOrderLine> BUNDLE = List.of(line("ENT-3", 10), line("ADD-PHONE", 10));

    private final Counter counter;
    private final TestCallers callers;
    private final Migrations migrations;
    private final MigrationSchedules schedules;
    private final List<DueWork> dueWork;
    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Map<String, Map<String, String>> shared = new HashMap<>();
    private final Set<String> breaking = ConcurrentHashMap.newKeySet();

    MigrationGivens(
            Counter counter,
            TestCallers callers,
            Migrations migrations,
            MigrationSchedules schedules,
            List<DueWork> dueWork,
            Clocks clocks,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.counter = counter;
        this.callers = callers;
        this.migrations = migrations;
        this.schedules = schedules;
        this.dueWork = dueWork;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        var all = new HashMap<String, BiConsumer<Scene, Integer>>();
        share(all, "a classic subscription", BUNDLE.subList(0, 1));
        share(all, "a classic subscription with an add-on", BUNDLE);
        share(
                all,
                "a classic subscription with an add-on that has no equivalent",
                List.of(line("MAIL-1", 5), line("ADD-ARCHIVE", 5)));
        share(all, "a trial of classic licenses", List.of(NewOrderLine.of("TRIAL-ENT3", 25, BillingCycle.NONE)));
        share(
                all,
                "licenses of two generations that share a limit",
                List.of(line("BIZ-ESS", 200), line("CFQ7TTC0LH18:0001", 150)));
        all.put("a classic subscription of its own", (scene, port) -> tell(scene, sell(scene, BUNDLE.subList(0, 1))));
        all.put("a classic bundle of its own", (scene, port) -> tell(scene, sell(scene, BUNDLE)));
        all.put("a classic subscription of this month", (scene, port) -> change(scene, "created_at = now()"));
        all.put(
                "a classic subscription whose reseller is gone",
                (scene, port) -> change(scene, "reseller_mpn_id = '9999999'"));
        all.put("its last day", (scene, port) -> clocks.stopAt(partner(scene), LAST_DAY));
        all.put("its migration breaks", (scene, port) -> breaking.add(scene.value("classic")));
        all.put("its migration is done", (scene, port) -> migrate(scene));
        all.put("its migration is scheduled", (scene, port) -> schedule(scene));
        all.put(
                "a customer",
                (scene, port) ->
                        scene.know("owner", counter.customer(onTheDay(scene)).toString()));
        return all;
    }

    private void share(Map<String, BiConsumer<Scene, Integer>> all, String given, List<NewOrderLine> lines) {
        all.put(
                given,
                (scene, port) -> tell(
                        scene, shared.computeIfAbsent(scene.value("partner") + given, first -> sell(scene, lines))));
    }

    private static NewOrderLine line(String offer, int quantity) {
        return NewOrderLine.of(offer, quantity, BillingCycle.MONTHLY);
    }

    private static void tell(Scene scene, Map<String, String> names) {
        names.forEach(scene::know);
    }

    /** Sells them to a new customer, two months before the stories' day. */
    private Map<String, String> sell(Scene scene, List<NewOrderLine> lines) {
        var person = onTheDay(scene);
        var owner = counter.customer(person);
        var sold = lines.stream().map(line -> counter.sold(person, owner, line)).toList();
        update(person.partnerId(), owner, "created_at = created_at - interval '2 months'");
        var names = new HashMap<String, String>();
        names.put("owner", owner.toString());
        names.put("classic", sold.getFirst().id().toString());
        sold.stream().skip(1).map(Subscription::id).forEach(id -> names.put("addOn", id.toString()));
        return names;
    }

    private void change(Scene scene, String column) {
        tell(scene, sell(scene, BUNDLE.subList(0, 1)));
        var stamp = "'" + NOW + "'";
        update(partner(scene), CustomerId.of(scene.value("owner")), column.replace("now()", stamp));
    }

    private void update(PartnerId partner, CustomerId owner, String column) {
        PartnerScope.run(
                partner,
                () -> transactions.executeWithoutResult(open -> jdbc.sql(
                                "update subscriptions.subscription set " + column + " where customer_id = :owner")
                        .param("owner", owner.value())
                        .update()));
    }

    private void migrate(Scene scene) {
        var partner = partner(scene);
        var migration = PartnerScope.call(
                partner,
                () -> migrations.begin(partner, CustomerId.of(scene.value("owner")), wish(scene), REFERENCE, "Ada"));
        PartnerScope.run(partner, () -> dueWork.stream()
                .filter(work -> work.name().equals("migrations"))
                .forEach(work -> work.runDue(partner)));
        scene.know("migration", migration.id().toString());
        tellSuccessors(scene, partner, migration);
    }

    private void tellSuccessors(Scene scene, PartnerId partner, Migration migration) {
        var done = PartnerScope.call(
                partner,
                () -> migrations.get(
                        partner, migration.customerId(), migration.id().toString()));
        scene.know("successor", done.base().successor().orElseThrow().toString());
        scene.know("order", done.base().orderNumber().orElseThrow());
    }

    private void schedule(Scene scene) {
        var partner = partner(scene);
        var asked = new MigrationSchedules.NewSchedule(wish(scene), Optional.empty(), REFERENCE);
        var schedule = PartnerScope.call(
                partner, () -> schedules.create(partner, CustomerId.of(scene.value("owner")), asked, "Ada"));
        scene.know("schedule", schedule.id().toString());
    }

    private static MigrationWish wish(Scene scene) {
        return MigrationWish.asIs(SubscriptionId.of(scene.value("classic")));
    }

    /** What nobody foresaw happens when a migration begins, once. */
    @EventListener
    void on(MigrationChanged changed) {
        var id = String.valueOf(changed.newValues().get("currentSubscriptionId"));
        if (changed.operation().equals("create_migration") && breaking.remove(id)) {
            throw new IllegalStateException("Kiln Street is flooded");
        }
    }

    /** Somebody of the partner, whose clock stands at the day of these stories. */
    private Person onTheDay(Scene scene) {
        var partner = partner(scene);
        if (!clocks.of(partner).instant().equals(NOW)) {
            clocks.stopAt(partner, NOW);
        }
        return callers.aPersonOf(partner, Role.GLOBAL_ADMIN);
    }

    private static PartnerId partner(Scene scene) {
        return new PartnerId(UUID.fromString(scene.value("partner")));
    }
}
