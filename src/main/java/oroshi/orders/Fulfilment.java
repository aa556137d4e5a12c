package oroshi.orders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.clock.DueWork;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;
import oroshi.subscriptions.SetUp;
import oroshi.subscriptions.SubscriptionStatus;

/**
 * Sets up in the background what was ordered. An order that a crash interrupts waits again; one whose set-up fails stays
 * as it is until somebody retries it.
 */
@Component
class Fulfilment implements DueWork {
    static final String JOB = "set-up-orders";

    private static final int MOST_PARTNERS = 1_000;
    private static final int MOST_ORDERS = 100;

    private final Jobs jobs;
    private final OrderTable orders;
    private final SetUp setUp;
    private final TransactionTemplate transactions;

    Fulfilment(Jobs jobs, OrderTable orders, SetUp setUp, TransactionTemplate transactions) {
        this.jobs = jobs;
        this.orders = orders;
        this.setUp = setUp;
        this.transactions = transactions;
    }

    /** Sets up everything that waits, for one partner after the other. */
    void run() {
        PartnerScope.runEach(jobs.partners(JOB, MOST_PARTNERS), "The orders", this::drain);
    }

    @Override
    public String name() {
        return "orders";
    }

    /** What was ordered is set up before the clock goes on. */
    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var isWaiting = transactions.execute(transaction -> jobs.isWaiting(JOB, partnerId));
        return Boolean.TRUE.equals(isWaiting) ? Optional.of(done) : Optional.empty();
    }

    @Override
    public int runDue(PartnerId partnerId) {
        return drain(() -> setUp(partnerId, jobs.takeInTurn(JOB, partnerId, MOST_ORDERS)));
    }

    private void drain(PartnerId partnerId) {
        drain(() -> setUp(partnerId, jobs.take(JOB, partnerId, MOST_ORDERS)));
    }

    private int drain(Supplier<Integer> next) {
        var all = 0;
        var done = 0;
        do {
            var handled = transactions.execute(transaction -> next.get());
            done = handled == null ? 0 : handled;
            all += done;
        } while (done == MOST_ORDERS);
        return all;
    }

    private int setUp(PartnerId partnerId, List<UUID> ids) {
        if (!ids.isEmpty()) {
            var waiting = orders.lockByIds(partnerId, ids);
            var results = results(partnerId, waiting);
            orders.updateStates(waiting.stream()
                    .map(order -> order.advanced(advanced(order.lines(), results)))
                    .toList());
        }
        return ids.size();
    }

    private Map<SubscriptionId, LineState> results(PartnerId partnerId, List<Order> waiting) {
        var subscriptions = waiting.stream()
                .flatMap(order -> order.lines().stream())
                .flatMap(line -> line.subscriptionId().stream())
                .toList();
        var states = new HashMap<SubscriptionId, LineState>();
        for (var result : setUp.run(partnerId, subscriptions)) {
            states.put(
                    result.id(),
                    result.status() == SubscriptionStatus.SET_UP_FAILED ? LineState.FAILED : LineState.FULFILLED);
        }
        return states;
    }

    /** The installation itself looks at papers, and is content when they are there. */
    private static LineState afterReview(OrderLine line) {
        return line.state() == LineState.IN_REVIEW ? LineState.FULFILLED : line.state();
    }

    private static List<OrderLine> advanced(List<OrderLine> lines, Map<SubscriptionId, LineState> states) {
        return lines.stream()
                .map(line -> line.withState(line.subscriptionId()
                        .map(id -> states.getOrDefault(id, line.state()))
                        .orElse(afterReview(line))))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> setUpOrders(Fulfilment fulfilment, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause()))
                    .execute((instance, context) -> fulfilment.run());
        }
    }
}
