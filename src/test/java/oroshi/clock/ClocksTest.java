package oroshi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import oroshi.basics.PartnerId;

class ClocksTest {
    private static final PartnerId PARTNER = new PartnerId(UUID.fromString("01979d3a-5c00-7000-8000-000000000001"));
    private static final Instant MOVED = Instant.parse("2026-01-25T08:00:00Z");

    private final SlowTable table = new SlowTable();
    private final Clocks clocks = new Clocks(table, new NoTransactions(), event -> {});

    @Test
    @DisplayName("whoever read the time just before a clock was moved leaves the others none that is over")
    void forgetsWhatWasReadBeforeAMove() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> clocks.isMoved(PARTNER));
            table.hasRead.await();
            clocks.stopAt(PARTNER, MOVED);
            table.mayGoOn.countDown();
            assertThat(slow.get()).isFalse();
        }
        assertThat(clocks.of(PARTNER).instant()).isEqualTo(MOVED);
    }

    /** A table whose first reader takes so long to come back that the clock can be moved meanwhile. */
    private static final class SlowTable extends ClockTable {
        private final CountDownLatch hasRead = new CountDownLatch(1);
        private final CountDownLatch mayGoOn = new CountDownLatch(1);
        private final AtomicReference<Optional<PartnerTime>> stored = new AtomicReference<>(Optional.empty());

        SlowTable() {
            super(JdbcClient.create(new DriverManagerDataSource()));
        }

        @Override
        Optional<PartnerTime> find(PartnerId partnerId) {
            var found = stored.get();
            if (hasRead.getCount() > 0) {
                hasRead.countDown();
                await(mayGoOn);
            }
            return found;
        }

        @Override
        void set(PartnerId partnerId, PartnerTime time) {
            stored.set(Optional.of(time));
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Transactions that have nothing to keep together. */
    private static final class NoTransactions extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
