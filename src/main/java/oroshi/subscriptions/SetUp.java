package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.clock.Clocks;
import oroshi.subscriptions.ServiceSetup.Outcome;

/** Makes what was bought usable. Whoever keeps the orders calls it in the background and may call it again. */
@Component
public class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final SubscriptionCalendar calendar;
    private final ServiceSetup platform;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    SetUp(
            SubscriptionTable table,
            ChargeFactTable facts,
            SubscriptionCalendar calendar,
            ServiceSetup platform,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.facts = facts;
        this.calendar = calendar;
        this.platform = platform;
        this.clocks = clocks;
        this.events = events;
    }

    /** Sets up those of the subscriptions that wait for it, and says what became of each. */
    @Transactional
    public List<Result> run(PartnerId partnerId, Collection<SubscriptionId> ids) {
        var ready = new ArrayList<Subscription>();
        var results = new ArrayList<Result>();
        for (var subscription : table.listSettingUp(partnerId, ids)) {
            if (ask(subscription) instanceof Outcome.Failed failed) {
                results.add(fail(subscription, failed.reason()));
            } else {
                ready.add(subscription);
            }
        }
        results.addAll(moveOn(partnerId, ready));
        return results;
    }

    private Outcome ask(Subscription subscription) {
        try {
            return platform.setUp(subscription);
        } catch (RuntimeException broken) {
            LOG.warn("The set-up of subscription {} broke off", subscription.id(), broken);
            return new Outcome.Failed(broken.getClass().getSimpleName());
        }
    }

    private Result fail(Subscription subscription, String reason) {
        table.fail(subscription.partnerId(), subscription.id(), reason);
        return told(subscription, SubscriptionStatus.SET_UP_FAILED);
    }

    private List<Result> moveOn(PartnerId partnerId, List<Subscription> ready) {
        var results = new ArrayList<Result>();
        for (var status : List.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.PENDING)) {
            var moving = ready.stream()
                    .filter(subscription -> statusAfter(subscription) == status)
                    .toList();
            if (!moving.isEmpty()) {
                table.moveOn(partnerId, moving.stream().map(Subscription::id).toList(), status);
                if (status == SubscriptionStatus.ACTIVE) {
                    begin(partnerId, moving);
                }
                moving.forEach(subscription -> results.add(told(subscription, status)));
            }
        }
        return results;
    }

    /** From now on they are charged, and renew or end by themselves. */
    private void begin(PartnerId partnerId, List<Subscription> moving) {
        var now = clocks.of(partnerId).instant();
        facts.insert(moving.stream()
                .flatMap(subscription -> Booking.ofSetUp(subscription, now).facts().stream())
                .toList());
        moving.stream().map(SetUp::nextOn).distinct().forEach(day -> calendar.plan(partnerId, day));
    }

    private static Optional<LocalDate> nextOn(Subscription subscription) {
        return subscription.withStatus(SubscriptionStatus.ACTIVE).nextOn();
    }

    /** What others publish waits until the customer has activated it there. */
    private static SubscriptionStatus statusAfter(Subscription subscription) {
        return subscription.item().kind() == ItemKind.MARKETPLACE
                ? SubscriptionStatus.PENDING
                : SubscriptionStatus.ACTIVE;
    }

    private Result told(Subscription subscription, SubscriptionStatus status) {
        events.publishEvent(SubscriptionChanged.of(
                subscription, "status", subscription.status().name(), status.name()));
        return new Result(subscription.id(), status);
    }

    /** What became of one subscription. */
    public record Result(SubscriptionId id, SubscriptionStatus status) {}
}
