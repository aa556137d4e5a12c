package oroshi.subscriptions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;

/** Stores an upgrade with everything that follows from it, inside the transaction of whoever asks. */
@Component
class UpgradeSettlement {
    static final String UPGRADE = "upgrade_subscription";
    static final String CONVERT = "convert_trial_subscription";

    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final UpgradeRoom room;
    private final SubscriptionCalendar calendar;
    private final List<LicenseHandover> handovers;
    private final ApplicationEventPublisher events;

    UpgradeSettlement(
            SubscriptionTable table,
            ChargeFactTable facts,
            UpgradeRoom room,
            SubscriptionCalendar calendar,
            List<LicenseHandover> handovers,
            ApplicationEventPublisher events) {
        this.table = table;
        this.facts = facts;
        this.room = room;
        this.calendar = calendar;
        this.handovers = handovers;
        this.events = events;
    }

    /**
     * Returns why the licenses of users stay where they are, if they do. Refuses when somebody was faster: of two upgrades
     * at once one is carried out.
     */
    Optional<TransitionError> settle(TransitionPlan plan, String operation) {
        store(plan);
        room.take(plan);
        var byHand = handOver(plan);
        events.publishEvent(
                SubscriptionChanged.between(plan.before(), plan.after()).as(operation));
        plan.target()
                .map(target -> plan.targetBefore()
                        .map(present -> SubscriptionChanged.between(present, target))
                        .orElseGet(() -> SubscriptionChanged.begun(target)))
                .ifPresent(change -> events.publishEvent(change.as(operation)));
        return byHand;
    }

    private void store(TransitionPlan plan) {
        var changed = plan.targetBefore().isPresent()
                ? Stream.concat(Stream.of(plan.after()), plan.target().stream())
                : Stream.of(plan.after());
        changed.sorted(Comparator.comparing(one -> one.id().value())).forEach(one -> update(plan, one));
        if (plan.targetBefore().isEmpty()) {
            plan.target().ifPresent(created -> table.insert(List.of(created)));
        }
        facts.insert(plan.due());
        facts.insert(plan.facts());
        calendar.plan(plan.before().partnerId(), plan.result().nextOn());
    }

    private void update(TransitionPlan plan, Subscription changed) {
        if (!table.update(changed)) {
            throw changed.id().equals(plan.before().id())
                    ? Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE)
                    : Refusal.of("toSubscriptionId", TransitionRefusal.TARGET_BUSY);
        }
    }

    /** Only where no seat of the old product is left it is clear whose licenses go along. */
    private Optional<TransitionError> handOver(TransitionPlan plan) {
        if (!plan.isFull()) {
            return Optional.of(TransitionError.ONLY_SOME_SEATS);
        }
        return handovers.stream()
                .flatMap(handover -> handover.handOver(plan.before(), plan.result()).stream())
                .findFirst();
    }
}
