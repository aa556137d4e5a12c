package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrder;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Orders;
import oroshi.orders.Shop;
import oroshi.relationships.RelationshipRefusal;

/** One buys for the customer, the other ends the relationship with it, at the same moment. */
@OroshiTest
class LeavingRaceTest {
    private static final String BASIC = "CFQ7TTC0LH18:0001";

    @Autowired
    private Counter counter;

    @Autowired
    private Orders orders;

    @Autowired
    private Leaving leaving;

    @Autowired
    private TransactionTemplate transactions;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Person seller;
    private CustomerId customer;

    @BeforeEach
    void aCustomerOfASeller() {
        seller = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        customer = counter.customer(seller);
    }

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void keepsARelationshipForWhichAnOrderIsBeingPlaced() throws Exception {
        var leave = whileUnfinished(this::order, this::leave);
        assertRefused(leave, OnboardingRefusal.ORDERS_IN_PROGRESS);
    }

    @Test
    void placesNoOrderOnceARelationshipIsBeingEnded() throws Exception {
        var order = whileUnfinished(this::leave, this::order);
        assertRefused(order, RelationshipRefusal.CUSTOMER_UNKNOWN);
        assertThat(placed()).isZero();
    }

    @RepeatedTest(5)
    void neverLeavesACustomerWithAnOrderBehind() throws Exception {
        var start = new CountDownLatch(1);
        var order = threads.submit(() -> started(start, this::order));
        var leave = threads.submit(() -> started(start, this::leave));
        start.countDown();
        var isOrdered = succeeds(order);
        assertThat(succeeds(leave)).isNotEqualTo(isOrdered);
        assertThat(placed()).isEqualTo(isOrdered ? 1 : 0);
    }

    /** Begins the second work while the transaction of the first is open, and sees that it waits. */
    private Future<?> whileUnfinished(Runnable first, Runnable second) {
        return PartnerScope.call(
                seller.partnerId(),
                () -> transactions.execute(transaction -> {
                    first.run();
                    var running = threads.submit(() -> PartnerScope.run(seller.partnerId(), second));
                    assertThatThrownBy(() -> running.get(700, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                    return running;
                }));
    }

    private Void started(CountDownLatch start, Runnable work) throws InterruptedException {
        start.await();
        PartnerScope.run(seller.partnerId(), work);
        return null;
    }

    private static boolean succeeds(Future<?> work) throws InterruptedException {
        try {
            work.get();
            return true;
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(Refusal.class);
            return false;
        }
    }

    private static void assertRefused(Future<?> work, Reason reason) {
        assertThatThrownBy(() -> work.get(20, TimeUnit.SECONDS))
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(LeavingRaceTest::reasons, InstanceOfAssertFactories.list(Reason.class))
                .contains(reason);
    }

    private static List<Reason> reasons(Refusal refusal) {
        return Stream.concat(
                        Stream.of(refusal.reason()), refusal.problems().stream().map(Problem::reason))
                .toList();
    }

    private void order() {
        var line = NewOrderLine.of(BASIC, 1, BillingCycle.MONTHLY);
        orders.place(seller.partnerId(), customer, NewOrder.of(List.of(line), seller.signInName()));
    }

    private void leave() {
        leaving.leave(seller.partnerId(), customer);
    }

    private int placed() {
        return PartnerScope.call(seller.partnerId(), () -> orders.list(seller.partnerId(), customer)
                .size());
    }
}
