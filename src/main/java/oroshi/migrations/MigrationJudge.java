package oroshi.migrations;

import static oroshi.migrations.MigrationRefusal.ADD_ONS_LEFT;
import static oroshi.migrations.MigrationRefusal.ADD_ON_TWICE;
import static oroshi.migrations.MigrationRefusal.ADD_ON_UNKNOWN;
import static oroshi.migrations.MigrationRefusal.NO_PATH;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.clock.Clocks;
import oroshi.migrations.Judgement.Fate;
import oroshi.orders.OrderRefusal;
import oroshi.orders.Successors;
import oroshi.partners.Partners;
import oroshi.subscriptions.Alignment;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.ResellerOfRecord;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** Whether a classic subscription can go on in new commerce with its add-ons, and as what. */
@Component
class MigrationJudge {
    private final Subscriptions subscriptions;
    private final Departures departures;
    private final ResellerOfRecord resellers;
    private final Successors successors;
    private final Catalog catalog;
    private final Partners partners;
    private final Clocks clocks;

    MigrationJudge(
            Subscriptions subscriptions,
            Departures departures,
            ResellerOfRecord resellers,
            Successors successors,
            Catalog catalog,
            Partners partners,
            Clocks clocks) {
        this.subscriptions = subscriptions;
        this.departures = departures;
        this.resellers = resellers;
        this.successors = successors;
        this.catalog = catalog;
        this.partners = partners;
        this.clocks = clocks;
    }

    /** Everything that stands against the wish at the occasion; refuses a base that the partner doesn't have. */
    Judgement judge(PartnerId partnerId, CustomerId customerId, MigrationWish wish, Occasion occasion) {
        var base = subscriptions.get(partnerId, customerId, wish.subscriptionId());
        var below = below(base);
        var addOns = wish.addOns().stream()
                .map(addOn -> addOn(below, addOn, occasion))
                .toList();
        var fate = item(base, wish, occasion);
        var problems = new ArrayList<>(fate.problems());
        problems.addAll(ofBundle(below, wish));
        addOns.stream()
                .flatMap(addOn -> addOn.problems().stream())
                .filter(problem -> problem.reason() == NO_PATH)
                .findFirst()
                .ifPresent(problems::add);
        return new Judgement(fate.with(problems), addOns);
    }

    /** What hangs on the subscription and is in use, and what hangs on that. */
    private List<Subscription> below(Subscription base) {
        var found = new ArrayList<Subscription>();
        subscriptions.addOns(base.partnerId(), base.customerId(), base.id()).stream()
                .filter(Subscription::isUsable)
                .forEach(addOn -> {
                    found.add(addOn);
                    found.addAll(below(addOn));
                });
        return found;
    }

    private static List<Problem> ofBundle(List<Subscription> below, MigrationWish wish) {
        var problems = new ArrayList<Problem>();
        var named = new HashSet<SubscriptionId>();
        for (var addOn : wish.addOns()) {
            if (!named.add(addOn.subscriptionId())) {
                problems.add(Problem.of("addOnMigrations", ADD_ON_TWICE, addOn.subscriptionId()));
            }
        }
        below.stream()
                .filter(addOn -> !named.contains(addOn.id()))
                .findFirst()
                .ifPresent(left -> problems.add(Problem.of("addOnMigrations", ADD_ONS_LEFT, name(left))));
        return problems;
    }

    private Fate addOn(List<Subscription> below, MigrationWish wish, Occasion occasion) {
        return below.stream()
                .filter(addOn -> addOn.id().equals(wish.subscriptionId()))
                .filter(addOn -> addOn.status() == SubscriptionStatus.ACTIVE)
                .findFirst()
                .map(addOn -> item(addOn, wish, occasion))
                .orElseGet(
                        () -> Fate.refused(wish, Problem.of("addOnMigrations", ADD_ON_UNKNOWN, wish.subscriptionId())));
    }

    private Fate item(Subscription subscription, MigrationWish wish, Occasion occasion) {
        var problems = new ArrayList<>(standing(subscription, wish, occasion));
        var target = catalog.findSuccessor(
                partners.get(subscription.partnerId()).cloud(),
                subscription.item().key(),
                now(subscription));
        if (target.isEmpty() || !isLicense(subscription)) {
            problems.add(Problem.of("", NO_PATH, name(subscription)));
            return Fate.refused(wish, problems);
        }
        var plan = new NewPlan(subscription, wish, occasion.startsOn(), occasion.isRenewal());
        var foreseen = successors
                .foresee(subscription.partnerId(), subscription.customerId(), List.of(plan.line(target.get())))
                .getFirst();
        foreseen.obstacle().map(problem -> problem(subscription, problem)).ifPresent(problems::add);
        unaligned(subscription, plan).ifPresent(problems::add);
        return new Fate(wish, foreseen.item().map(CatalogItem::id).map(plan::item), foreseen.item(), problems);
    }

    private List<Problem> standing(Subscription subscription, MigrationWish wish, Occasion occasion) {
        var problems = new ArrayList<Problem>();
        if (departures.isAway(subscription.partnerId(), subscription.id())
                || subscription.status() == SubscriptionStatus.SETTING_UP) {
            problems.add(Problem.of("", MigrationRefusal.IN_PROGRESS));
        } else if (subscription.status() != SubscriptionStatus.ACTIVE) {
            problems.add(Problem.of("", MigrationRefusal.SUBSCRIPTION_NOT_ACTIVE));
        }
        if (subscription.item().isTrial() || subscription.promotionId().isPresent()) {
            problems.add(Problem.of("", MigrationRefusal.PROMOTED));
        }
        if (isYoung(subscription)) {
            problems.add(Problem.of("", MigrationRefusal.TOO_YOUNG));
        }
        if (occasion.endsSoon(subscription, now(subscription)) && !wish.fullTerm()) {
            problems.add(Problem.of("", MigrationRefusal.ENDS_SOON));
        }
        subscription
                .resellerMpnId()
                .filter(mpnId -> !isValid(subscription, mpnId))
                .ifPresent(mpnId -> problems.add(Problem.of("", MigrationRefusal.RESELLER_INVALID, mpnId)));
        return problems;
    }

    /** The name that it was given, or its product's, which every reader reads in their own language. */
    private static Object name(Subscription subscription) {
        var title = subscription.item().title();
        return subscription.friendlyName().equals(title.english()) ? title : subscription.friendlyName();
    }

    /** Who only tries things need not wait a month. */
    private boolean isYoung(Subscription subscription) {
        var old =
                subscription.createdAt().atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        return !partners.get(subscription.partnerId()).sandbox()
                && !now(subscription).isAfter(old);
    }

    private boolean isValid(Subscription subscription, String mpnId) {
        try {
            resellers.require(subscription.partnerId(), mpnId, subscription.country());
            return true;
        } catch (Refusal gone) {
            return false;
        }
    }

    private static boolean isLicense(Subscription subscription) {
        return subscription.item().isLegacy() && subscription.item().kind() == ItemKind.LICENSE;
    }

    private Optional<Problem> unaligned(Subscription subscription, NewPlan plan) {
        return plan.wish().lastDay().flatMap(day -> new Alignment(
                        plan.startsOn(),
                        plan.term(),
                        () -> subscriptions.list(subscription.partnerId(), subscription.customerId()))
                .misfit(day)
                .map(misfit -> Problem.of("customTermEndDate", reason(misfit), day)));
    }

    private static MigrationRefusal reason(Alignment.Misfit misfit) {
        return switch (misfit) {
            case OUTSIDE_TERM, NEAR_MONTH_END, ONLY_MONTHLY_ENDS -> MigrationRefusal.END_DATE_INVALID;
            case NOTHING_ENDS -> MigrationRefusal.END_DATE_UNALIGNED;
        };
    }

    /** What keeps a line from being ordered, in the words of migrations. */
    private static Problem problem(Subscription subscription, Problem problem) {
        var name = name(subscription);
        if (!(problem.reason() instanceof OrderRefusal reason)) {
            return Problem.of("", MigrationRefusal.NOT_ELIGIBLE, problem);
        }
        return switch (reason) {
            case OFFER_CYCLE -> Problem.of("", MigrationRefusal.PLAN_NOT_SOLD, name);
            case SEATS_EXHAUSTED -> Problem.of("quantity", MigrationRefusal.SEATS_EXHAUSTED, name);
            case OFFER_UNKNOWN, OFFER_GONE, OFFER_COUNTRY, OFFER_SEGMENT, OFFER_QUALIFICATION ->
                Problem.of("", NO_PATH, name);
            default -> Problem.of("", MigrationRefusal.NOT_ELIGIBLE, problem);
        };
    }

    private Instant now(Subscription subscription) {
        return clocks.of(subscription.partnerId()).instant();
    }

    LocalDate today(PartnerId partnerId) {
        return LocalDate.ofInstant(clocks.of(partnerId).instant(), ZoneOffset.UTC);
    }
}
