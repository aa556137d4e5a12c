package oroshi.portal.orders;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.Catalog;
import oroshi.catalog.LocalizedText;
import oroshi.clock.Clocks;
import oroshi.migrations.Judgement;
import oroshi.migrations.Migration;
import oroshi.migrations.MigrationQuery;
import oroshi.migrations.MigrationSchedule;
import oroshi.migrations.MigrationSchedules;
import oroshi.migrations.MigrationWish;
import oroshi.migrations.Migrations;
import oroshi.migrations.ScheduleStatus;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** Gathers what pages show of migrations to new commerce. */
@Component
class MigrationViews {
    private static final int MOST = 300;

    private final Migrations migrations;
    private final MigrationSchedules schedules;
    private final Departures departures;
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final Partners partners;
    private final Clocks clocks;

    MigrationViews(
            Migrations migrations,
            MigrationSchedules schedules,
            Departures departures,
            Subscriptions subscriptions,
            Catalog catalog,
            Partners partners,
            Clocks clocks) {
        this.migrations = migrations;
        this.schedules = schedules;
        this.departures = departures;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.partners = partners;
        this.clocks = clocks;
    }

    /** How the subscription goes on; nothing for those who only look on. */
    MigrationState state(CustomerRecord.Opened opened, Subscription subscription) {
        if (!opened.viewpoint().mayChange()) {
            return MigrationState.none(subscription.id());
        }
        return opened.in(
                () -> subscription.item().isLegacy() ? ofClassic(opened, subscription) : ofOther(opened, subscription));
    }

    /** Whether it is suspended because it goes on in new commerce, or is about to. */
    boolean isAway(CustomerRecord.Opened opened, Subscription subscription) {
        return subscription.status() == SubscriptionStatus.SUSPENDED
                && opened.in(() -> departures.isAway(opened.owner(), subscription.id()));
    }

    private MigrationState ofOther(CustomerRecord.Opened opened, Subscription subscription) {
        var before =
                departures.predecessors(opened.owner(), opened.customerId()).get(subscription.id());
        return new MigrationState(
                subscription.id(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(before));
    }

    private MigrationState ofClassic(CustomerRecord.Opened opened, Subscription subscription) {
        var id = subscription.id();
        var query = new MigrationQuery(Optional.of(opened.customerId()), Optional.empty(), Optional.empty());
        var migration = migrations.list(opened.owner(), query, Optional.empty(), MOST).stream()
                .filter(one -> isOf(one, id))
                .reduce((earlier, later) -> later);
        var schedule = schedules.list(opened.owner(), query, Optional.empty(), MOST).stream()
                .filter(one -> one.status() != ScheduleStatus.CANCELLED)
                .filter(one -> one.wish().subscriptionIds().contains(id))
                .reduce((earlier, later) -> later);
        var cloud = partners.get(opened.owner()).cloud();
        var now = clocks.of(opened.owner()).instant();
        var title = catalog.findSuccessor(cloud, subscription.item().key(), now)
                .flatMap(key -> catalog.findTitle(cloud, key, now));
        return new MigrationState(id, migration, schedule, title, Optional.empty());
    }

    private static boolean isOf(Migration migration, SubscriptionId id) {
        return Stream.concat(Stream.of(migration.base()), migration.addOns().stream())
                .anyMatch(item -> item.subscriptionId().equals(id));
    }

    /** The schedule of the subscription that waits. */
    Optional<MigrationSchedule> waiting(CustomerRecord.Opened opened, Subscription subscription) {
        return Optional.of(state(opened, subscription))
                .filter(MigrationState::waits)
                .filter(MigrationState::isBase)
                .flatMap(MigrationState::schedule);
    }

    /** Everything that hangs on the subscription and is in use. */
    List<Subscription> addOns(Subscription base) {
        return subscriptions.addOns(base.partnerId(), base.customerId(), base.id()).stream()
                .filter(Subscription::isUsable)
                .flatMap(addOn -> Stream.concat(Stream.of(addOn), addOns(addOn).stream()))
                .toList();
    }

    /** Tomorrow: what begins today begins now. */
    LocalDate earliest(PartnerId partnerId) {
        return LocalDate.ofInstant(clocks.of(partnerId).instant(), ZoneOffset.UTC)
                .plusDays(1);
    }

    /** What would come of the wish, as the form asks for it. */
    Judgement judge(CustomerRecord.Opened opened, MigrationWish wish, Form form, Optional<LocalDate> day) {
        return MigrationForm.isNow(form) || day.isEmpty() && !MigrationForm.isAtRenewal(form)
                ? migrations.validate(opened.owner(), opened.customerId(), wish)
                : schedules.validate(opened.owner(), opened.customerId(), schedule(wish, day));
    }

    static MigrationSchedules.NewSchedule schedule(MigrationWish wish, Optional<LocalDate> day) {
        return new MigrationSchedules.NewSchedule(
                wish, day.map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC)), "");
    }

    MigrationView view(
            CustomerRecord.Opened opened,
            Subscription subscription,
            List<Subscription> addOns,
            Judgement judgement,
            Form form,
            Texts texts) {
        var renewsOn = subscription.commitment().nextTermOn();
        return new MigrationView(
                opened.head(),
                subscription,
                plans(opened, subscription, addOns, texts),
                moments(renewsOn, texts),
                renewsOn.orElse(null),
                earliest(opened.owner()),
                renewsOn.map(day -> day.minusDays(1)).orElse(null),
                rows(opened, subscription, addOns, judgement, texts),
                judgement.problems().stream().map(Message::of).distinct().toList(),
                waiting(opened, subscription).isPresent(),
                !MigrationForm.isNow(form));
    }

    private static List<Choice> moments(Optional<LocalDate> renewsOn, Texts texts) {
        var moments = new ArrayList<Choice>();
        moments.add(Choice.of(MigrationForm.NOW, texts.text("migrate.whenNow")));
        renewsOn.ifPresent(day -> {
            moments.add(Choice.of(MigrationForm.RENEWAL, texts.text("migrate.whenRenewal", "date", day)));
            moments.add(Choice.of(MigrationForm.DAY, texts.text("migrate.whenDay")));
        });
        return moments;
    }

    /** The ways to pay for what the subscription becomes. */
    private List<Choice> plans(
            CustomerRecord.Opened opened, Subscription subscription, List<Subscription> addOns, Texts texts) {
        var asItIs = MigrationWish.asIs(subscription.id())
                .withAddOns(addOns.stream()
                        .map(addOn -> MigrationWish.asIs(addOn.id()))
                        .toList());
        return migrations
                .validate(opened.owner(), opened.customerId(), asItIs)
                .base()
                .sold()
                .map(item -> item.plans().stream()
                        .map(plan -> Choice.of(
                                PlanChoices.value(plan),
                                opened.viewpoint().seesPrices()
                                        ? texts.text(
                                                "migrate.planPriced",
                                                "plan",
                                                PlanChoices.label(plan, texts),
                                                "price",
                                                plan.unitPrice())
                                        : PlanChoices.label(plan, texts)))
                        .toList())
                .orElse(List.of());
    }

    private static List<MigrationView.Row> rows(
            CustomerRecord.Opened opened,
            Subscription subscription,
            List<Subscription> addOns,
            Judgement judgement,
            Texts texts) {
        var rows = new ArrayList<MigrationView.Row>();
        for (var fate : judgement.fates()) {
            var id = fate.wish().subscriptionId();
            var before = Stream.concat(Stream.of(subscription), addOns.stream())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElse(subscription);
            fate.item()
                    .ifPresent(item -> rows.add(new MigrationView.Row(
                            before,
                            fate.sold().map(sold -> sold.title()).orElse(LocalizedText.EMPTY),
                            item,
                            PlanChoices.label(item.term(), item.billingCycle(), texts),
                            price(fate).filter(price -> opened.viewpoint().seesPrices()))));
        }
        return rows;
    }

    private static Optional<Money> price(Judgement.Fate fate) {
        return fate.item().flatMap(item -> fate.sold().stream()
                .flatMap(sold -> sold.plans().stream())
                .filter(plan ->
                        plan.term().equals(item.term()) && plan.billingCycle().equals(item.billingCycle()))
                .map(plan -> plan.unitPrice())
                .findFirst());
    }
}
